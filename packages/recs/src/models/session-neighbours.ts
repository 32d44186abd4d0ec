import { BestKeeper } from './best'
import { LiveSessions } from './live-sessions'
import { idfOfUnknown, type SessionIndex } from './session-index'
import type { CandidateSource, Candidates } from './source'
import { StampedSums } from './stamped-sums'

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
  const live = new LiveSessions(index, liveSessionsMax)
  const near = new NearSessions(index, live, { recentSessions, neighbours, liveSessionsMax })
  const votes = new Votes(index, live, idfWeight)
  const source: SessionNeighbours = {
    name: 'session',
    learned: () => live.count(),
    learn: (itemIds) => live.add([...new Set(itemIds)]),
    retrieve({ session }, limit) {
      const counted = session.slice(-lastItems)
      const items = counted.map((itemId) => live.find(itemId))
      const nearest = near.to(items)
      votes.begin(items.at(-1) ?? -1)
      for (const number of nearest) {
        const stepsBack = near.stepsBack(number)
        const weight = near.similarity(number) * Math.max(0, 1 - 0.1 * stepsBack)
        votes.count(number, weight, items[items.length - 1 - stepsBack] ?? -1)
      }
      return votes.best(limit)
    },
  }
  return source
}

type NearOptions = { readonly recentSessions: number; readonly neighbours: number; readonly liveSessionsMax: number }

/**
 * Past sessions that are like the live one, in room of its own. Sessions go by number: trained ones count from 0, older
 * first; live ones go on after them.
 */
class NearSessions {
  private readonly similar: StampedSums
  private readonly newest: Int32Array

  constructor(
    private readonly index: SessionIndex,
    private readonly live: LiveSessions,
    private readonly options: NearOptions,
  ) {
    const room = index.sessionCount + Math.max(1, options.liveSessionsMax)
    this.similar = new StampedSums(room)
    this.newest = new Int32Array(room)
  }

  /** The most similar sessions; of equals the newer, whose number is larger: hence the turned sign. */
  to(items: readonly number[]): Int32Array {
    const { similar } = this
    similar.begin()
    for (let step = items.length; step > 0; step--) {
      const item = items[step - 1] ?? -1
      if (item >= 0 && items.indexOf(item, step) < 0) this.meet(item, step / items.length, items.length - step)
    }
    const keeper = new BestKeeper(Math.min(this.options.neighbours, similar.length))
    for (let nth = 0; nth < similar.length; nth++) {
      const number = similar.place(nth)
      keeper.offer(-number, similar.sum(number))
    }
    return keeper.take().places.map((number) => -number)
  }

  similarity(number: number): number {
    return this.similar.sum(number)
  }

  /** Steps since the newest item that the live session shares with this one. */
  stepsBack(number: number): number {
    return this.newest[number] ?? 0
  }

  private meet(item: number, weight: number, stepsBack: number): void {
    const { index, live, similar, newest } = this
    let left = this.options.recentSessions
    const ofItem = live.of(item)
    for (let at = ofItem.length - 1; at >= 0 && left > 0; at--, left--) {
      const number = index.sessionCount + (ofItem[at] ?? 0)
      if (similar.add(number, weight)) newest[number] = stepsBack
    }
    const to = item < index.itemIds.length ? (index.itemOffsets[item + 1] ?? 0) : 0
    for (let at = index.itemOffsets[item] ?? 0; at < to && left > 0; at++, left--) {
      const number = index.itemSessions[at] ?? 0
      if (similar.add(number, weight)) newest[number] = stepsBack
    }
  }
}

/** What near sessions vote for, in room of its own that grows with the items that are met. */
class Votes {
  private totals = new StampedSums(0)
  private largest = new Float64Array(0)
  private because = new Int32Array(0)
  private onScreen = -1

  constructor(
    private readonly index: SessionIndex,
    private readonly live: LiveSessions,
    private readonly idfWeight: number,
  ) {}

  begin(onScreen: number): void {
    this.onScreen = onScreen
    const items = this.live.items()
    if (items > this.totals.size) {
      // Doubled, so that a new item now and then does not cost new room each time.
      this.totals = new StampedSums(Math.max(items, 2 * this.totals.size))
      this.largest = new Float64Array(this.totals.size)
      this.because = new Int32Array(this.totals.size)
    }
    this.totals.begin()
  }

  /** The votes of one session, whose newest shared item is `because`. */
  count(number: number, weight: number, because: number): void {
    const { index, live } = this
    const trained = index.sessionCount
    const items = number < trained ? index.sessionItems : live.session(number - trained)
    const from = number < trained ? (index.sessionOffsets[number] ?? 0) : 0
    const to = number < trained ? (index.sessionOffsets[number + 1] ?? 0) : items.length
    for (let at = from; at < to; at++) {
      const item = items[at] ?? 0
      if (item !== this.onScreen) this.vote(item, weight, because)
    }
  }

  best(limit: number): Candidates {
    const { totals, live } = this
    const keeper = new BestKeeper(Math.min(limit, totals.length))
    for (let nth = 0; nth < totals.length; nth++) {
      const item = totals.place(nth)
      if (totals.sum(item) > 0) keeper.offer(live.idOf(item), totals.sum(item))
    }
    const { places: itemIds, scores } = keeper.take()
    return { itemIds, scores, because: itemIds.map((itemId) => live.idOf(this.because[live.find(itemId)] ?? -1)) }
  }

  private vote(item: number, weight: number, because: number): void {
    const { totals, largest, index } = this
    const score = weight * (1 + this.idfWeight * (index.idf[item] ?? idfOfUnknown(index)))
    if (totals.add(item, score)) {
      largest[item] = 0
      this.because[item] = because
    }
    if (score > (largest[item] ?? 0) && because !== item) {
      largest[item] = score
      this.because[item] = because
    }
  }
}
