import { type Artefact, type ArtefactHeader, floatsOf, integersOf } from '../artefact/artefact'
import { ascendingIds, placeOf } from './item-places'

/** A session that has ended: its items in order, and when it ended (any unit that grows). */
export type PastSession = { readonly itemIds: readonly number[]; readonly endedAt: number }

/**
 * Past sessions, and the newest of them for every item. Sessions are numbered from the oldest; `sessionItems` and
 * `itemSessions` hold places and numbers, the latter newest first.
 */
export type SessionIndex = {
  readonly sessionCount: number
  readonly itemIds: Int32Array
  readonly sessionOffsets: Int32Array
  readonly sessionItems: Int32Array
  readonly itemOffsets: Int32Array
  readonly itemSessions: Int32Array
  /** ln(sessions / sessions with the item), by place. */
  readonly idf: Float32Array
}

/** Indexes sessions; each item keeps its `recentSessions` newest. Sessions of fewer than two distinct items say nothing. */
export function trainSessionIndex(
  sessions: readonly PastSession[],
  { recentSessions = 5_000 }: { readonly recentSessions?: number } = {},
): SessionIndex {
  const told = sessions
    .map(({ itemIds, endedAt }) => ({ itemIds: [...new Set(itemIds)], endedAt }))
    .filter(({ itemIds }) => itemIds.length > 1)
    .sort((a, b) => a.endedAt - b.endedAt)
  const itemIds = ascendingIds(told.flatMap((session) => session.itemIds))
  const sessionOffsets = new Int32Array(told.length + 1)
  const byItem = Array.from(itemIds, (): number[] => [])
  const sessionItems: number[] = []
  for (const [number, session] of told.entries()) {
    for (const itemId of session.itemIds) {
      const place = placeOf(itemIds, itemId)
      sessionItems.push(place)
      byItem[place]?.push(number)
    }
    sessionOffsets[number + 1] = sessionItems.length
  }
  const kept = byItem.map((numbers) => numbers.slice(-recentSessions).reverse())
  const itemOffsets = new Int32Array(itemIds.length + 1)
  for (const [place, numbers] of kept.entries()) itemOffsets[place + 1] = (itemOffsets[place] ?? 0) + numbers.length
  return {
    sessionCount: told.length,
    itemIds,
    sessionOffsets,
    sessionItems: Int32Array.from(sessionItems),
    itemOffsets,
    itemSessions: Int32Array.from(kept.flat()),
    idf: Float32Array.from(byItem, (numbers) => Math.log(told.length / numbers.length)),
  }
}

/** Rarity of an item that the training never saw: that of one seen once. */
export const idfOfUnknown = ({ sessionCount }: SessionIndex): number => Math.log(Math.max(1, sessionCount))

/** The file of a session index. */
export function sessionArtefact(header: Omit<ArtefactHeader, 'format' | 'kind'>, index: SessionIndex): Artefact {
  const { sessionCount, ...arrays } = index
  return { ...header, format: 1, kind: 'session-index', facts: { ...header.facts, sessionCount }, arrays }
}

/** The session index of a file. */
export function parseSessionIndex(artefact: Artefact): SessionIndex {
  const { sessionCount } = artefact.facts
  if (artefact.kind !== 'session-index' || typeof sessionCount !== 'number') {
    throw new Error(`model artefact ${artefact.name}: no index of sessions`)
  }
  const integers = (name: string) => integersOf(artefact, name)
  const index = {
    sessionCount,
    itemIds: integers('itemIds'),
    sessionOffsets: integers('sessionOffsets'),
    sessionItems: integers('sessionItems'),
    itemOffsets: integers('itemOffsets'),
    itemSessions: integers('itemSessions'),
    idf: floatsOf(artefact, 'idf'),
  }
  if (index.sessionOffsets.length !== sessionCount + 1 || index.itemOffsets.length !== index.itemIds.length + 1) {
    throw new Error(`model artefact ${artefact.name}: the offsets do not fit`)
  }
  return index
}
