/** The names of everything we keep in Redis. Suites and shops that share a server differ in `prefix`. */
export type RedisKeys = {
  readonly heartbeat: string
  readonly stockGeneration: string
  readonly stockOfSku: (sku: string) => string
  readonly stockChanges: string
  readonly ordersMoved: string
  readonly staffMoved: string
  readonly priceMark: string
  readonly cache: (key: string) => string
  readonly rate: (key: string) => string
}

export const DEFAULT_REDIS_PREFIX = 'selvedge'

export const redisKeys = (prefix = DEFAULT_REDIS_PREFIX): RedisKeys => ({
  heartbeat: `${prefix}:worker:heartbeat`,
  stockGeneration: `${prefix}:stock:generation`,
  stockOfSku: (sku) => `${prefix}:stock:sku:${sku}`,
  stockChanges: `${prefix}:stock:changes`,
  ordersMoved: `${prefix}:orders:moved`,
  staffMoved: `${prefix}:staff:moved`,
  priceMark: `${prefix}:prices:mark`,
  cache: (key) => `${prefix}:cache:${key}`,
  rate: (key) => `${prefix}:rate:${key}`,
})
