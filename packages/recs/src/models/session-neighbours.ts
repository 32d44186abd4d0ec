import { BestKeeper } from './best'
import { placeOf } from './item-places'
import { idfOf, type SessionIndex } from './session-index'
import type { CandidateSource, Candidates } from './source'

export type SessionOptions = {
  /** Most recent sessions looked at for each item of the live one. */
  readonly recentSessions?: number
  /** Nearest sessions that vote. */
  readonly neighbours?: number
  /** Items of the live session that count, from its end. */
  readonly lastItems?: number
  /** How much rarer items are preferred: scores are multiplied by 1 + weight · idf. */
  readonly idfWeight?: number
}

export type SessionNeighbours = CandidateSource & {
  /** Learns a finished session now, without a training; the oldest learned one is forgotten past `liveSessionsMax`. */
  learn(itemIds: readonly number[]): void
  /** Sessions learned since the index was trained. */
  learned(): number
}

/** A session learned since training. */
type LiveSession = { readonly itemIds: readonly number[] }

/**
 * VMIS-kNN (Kersbergen, Sprangers & Schelter, "Serenade", SIGMOD 2022), the indexed form of VS-kNN (Ludewig & Jannach,
 * UMUAI 2018). The item at step x of the n that count has the weight π = x / n. A past session's similarity is the sum of
 * π over the items shared, over the `recentSessions` newest sessions of each item; the `neighbours` most similar (of
 * equals the newer) vote for their items with similarity · λ · (1 + w · idf), λ = 1 - 0.1 · (steps since the newest
 * shared item), never below 0, idf = ln(sessions / sessions with the item).
 *
 * Sessions learned live stand before the trained ones, being newer. Items of the live session other than the last may be
 * recommended again: people return to what they compared. The last one is on the screen and is left out.
 */
export function sessionNeighbours(index: SessionIndex, options: SessionOptions & { liveSessionsMax?: number } = {}) {
  const { recentSessions = 500, neighbours = 100, lastItems = 4, idfWeight = 2, liveSessionsMax = 20_000 } = options
  const live = new LiveSessions(liveSessionsMax)
  const source: SessionNeighbours = {
    name: 'session',
    learned: () => live.count(),
    learn: (itemIds) => live.add([...new Set(itemIds)]),
    retrieve({ session }, limit) {
      const counted = session.slice(-lastItems)
      const { similar, newest } = nearSessions(counted, index, live, recentSessions)
      const near = mostSimilar(similar, neighbours)
      return voted(near, { similar, newest, counted, index, live, idfWeight, limit })
    },
  }
  return source
}

/** Sessions by number: trained ones count from 0, older first; live ones go on after them. */
function nearSessions(counted: readonly number[], index: SessionIndex, live: LiveSessions, recentSessions: number) {
  const similar = new Map<number, number>()
  const newest = new Map<number, number>()
  const seen = new Set<number>()
  for (let step = counted.length; step > 0; step--) {
    const itemId = counted[step - 1] ?? 0
    if (seen.has(itemId)) continue
    seen.add(itemId)
    let left = recentSessions
    const meet = (number: number): void => {
      similar.set(number, (similar.get(number) ?? 0) + step / counted.length)
      if (!newest.has(number)) newest.set(number, counted.length - step)
      left--
    }
    const ofItem = live.of(itemId)
    for (let at = ofItem.length - 1; at >= 0 && left > 0; at--) meet(index.sessionCount + (ofItem[at] ?? 0))
    const place = placeOf(index.itemIds, itemId)
    if (place < 0) continue
    const from = index.itemOffsets[place] ?? 0
    const to = index.itemOffsets[place + 1] ?? 0
    for (let at = from; at < to && left > 0; at++) meet(index.itemSessions[at] ?? 0)
  }
  return { similar, newest }
}

/** The most similar sessions; of equals the newer, whose number is larger: hence the turned sign. */
function mostSimilar(similar: ReadonlyMap<number, number>, neighbours: number): readonly number[] {
  const keeper = new BestKeeper(Math.min(neighbours, similar.size))
  for (const [number, similarity] of similar) keeper.offer(-number, similarity)
  return Array.from(keeper.take().places, (number) => -number)
}

type Vote = {
  readonly similar: ReadonlyMap<number, number>
  readonly newest: ReadonlyMap<number, number>
  readonly counted: readonly number[]
  readonly index: SessionIndex
  readonly live: LiveSessions
  readonly idfWeight: number
  readonly limit: number
}

function voted(near: readonly number[], vote: Vote): Candidates {
  const { similar, newest, counted, index, live, idfWeight, limit } = vote
  const totals = new Map<number, { score: number; largest: number; because: number }>()
  const onScreen = counted.at(-1)
  for (const number of near) {
    const stepsBack = newest.get(number) ?? 0
    const weight = (similar.get(number) ?? 0) * Math.max(0, 1 - 0.1 * stepsBack)
    const because = counted[counted.length - 1 - stepsBack] ?? -1
    for (const itemId of itemsOfSession(number, index, live)) {
      if (itemId === onScreen) continue
      const score = weight * (1 + idfWeight * idfOf(index, itemId))
      const total = totals.get(itemId) ?? { score: 0, largest: 0, because }
      total.score += score
      if (score > total.largest && because !== itemId) {
        total.largest = score
        total.because = because
      }
      totals.set(itemId, total)
    }
  }
  const keeper = new BestKeeper(Math.min(limit, totals.size))
  for (const [itemId, { score }] of totals) if (score > 0) keeper.offer(itemId, score)
  const { places: itemIds, scores } = keeper.take()
  return { itemIds, scores, because: itemIds.map((itemId) => totals.get(itemId)?.because ?? -1) }
}

function itemsOfSession(number: number, index: SessionIndex, live: LiveSessions): Iterable<number> {
  if (number >= index.sessionCount) return live.session(number - index.sessionCount)
  const { sessionOffsets, sessionItems, itemIds } = index
  const places = sessionItems.subarray(sessionOffsets[number] ?? 0, sessionOffsets[number + 1] ?? 0)
  return places.map((place) => itemIds[place] ?? 0)
}

/** Sessions learned since training, bounded: the oldest half is let go of when the room is full. */
class LiveSessions {
  private sessions: LiveSession[] = []
  private byItem = new Map<number, number[]>()

  constructor(private readonly max: number) {}

  count(): number {
    return this.sessions.length
  }

  add(itemIds: readonly number[]): void {
    // A session of one item says nothing of what goes together.
    if (itemIds.length < 2) return
    if (this.sessions.length >= this.max) this.rebuild(this.sessions.slice(-Math.floor(this.max / 2)))
    this.append({ itemIds })
  }

  of(itemId: number): readonly number[] {
    return this.byItem.get(itemId) ?? []
  }

  session(number: number): readonly number[] {
    return this.sessions[number]?.itemIds ?? []
  }

  private rebuild(kept: readonly LiveSession[]): void {
    this.sessions = []
    this.byItem = new Map()
    for (const session of kept) this.append(session)
  }

  private append(session: LiveSession): void {
    const number = this.sessions.push(session) - 1
    for (const itemId of session.itemIds) {
      const ofItem = this.byItem.get(itemId)
      if (ofItem) ofItem.push(number)
      else this.byItem.set(itemId, [number])
    }
  }
}
