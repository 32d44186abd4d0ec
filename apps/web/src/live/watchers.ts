import type { LiveConnection } from './live-connection'

/** Who watches which SKU, and how many streams an address has. */
export type Watchers = {
  add(connection: LiveConnection): void
  remove(connection: LiveConnection): void
  move(connection: LiveConnection, topics: ReadonlySet<string>): void
  byId(id: string): LiveConnection | undefined
  of(sku: string): ReadonlySet<LiveConnection> | undefined
  all(): Iterable<LiveConnection>
  skus(): readonly string[]
  size(): number
  ofAddress(address: string): number
}

export const createWatchers = (): Watchers => {
  const connections = new Map<string, LiveConnection>()
  const bySku = new Map<string, Set<LiveConnection>>()
  const perAddress = new Map<string, number>()

  const watch = (connection: LiveConnection, sku: string): void => {
    const set = bySku.get(sku)
    if (set === undefined) bySku.set(sku, new Set([connection]))
    else set.add(connection)
  }
  const unwatch = (connection: LiveConnection, sku: string): void => {
    const set = bySku.get(sku)
    set?.delete(connection)
    if (set?.size === 0) bySku.delete(sku)
  }
  const countAddress = (address: string, by: number): void => {
    const next = (perAddress.get(address) ?? 0) + by
    if (next > 0) perAddress.set(address, next)
    else perAddress.delete(address)
  }

  return {
    add: (connection) => {
      connections.set(connection.id, connection)
      countAddress(connection.address, 1)
      for (const sku of connection.topics) watch(connection, sku)
    },
    remove: (connection) => {
      if (!connections.delete(connection.id)) return
      countAddress(connection.address, -1)
      for (const sku of connection.topics) unwatch(connection, sku)
    },
    move: (connection, topics) => {
      for (const sku of connection.topics) if (!topics.has(sku)) unwatch(connection, sku)
      for (const sku of topics) if (!connection.topics.has(sku)) watch(connection, sku)
      connection.topics = topics
    },
    byId: (id) => connections.get(id),
    of: (sku) => bySku.get(sku),
    all: () => connections.values(),
    skus: () => [...bySku.keys()],
    size: () => connections.size,
    ofAddress: (address) => perAddress.get(address) ?? 0,
  }
}
