import { placeOf } from './item-places'
import type { SessionIndex } from './session-index'

/**
 * Sessions learned since training, bounded: the oldest half is let go of when the room is full. Items are numbered: those
 * of the index by their places there, others behind them in the order they are met.
 */
export class LiveSessions {
  private sessions: Int32Array[] = []
  private byItem = new Map<number, number[]>()
  private others = new Map<number, number>()
  private otherIds: number[] = []

  constructor(
    private readonly index: SessionIndex,
    private readonly max: number,
  ) {}

  count(): number {
    return this.sessions.length
  }

  /** Items that have a number. */
  items(): number {
    return this.index.itemIds.length + this.otherIds.length
  }

  /** The number of an item; -1 for one that no session had. */
  find(itemId: number): number {
    const place = placeOf(this.index.itemIds, itemId)
    return place >= 0 ? place : (this.others.get(itemId) ?? -1)
  }

  idOf(item: number): number {
    const known = this.index.itemIds.length
    return (item < known ? this.index.itemIds[item] : this.otherIds[item - known]) ?? 0
  }

  add(itemIds: readonly number[]): void {
    // A session of one item says nothing of what goes together.
    if (itemIds.length < 2) return
    if (this.sessions.length >= this.max) this.rebuild(this.sessions.slice(-Math.floor(this.max / 2)))
    this.append(itemIds)
  }

  /** Sessions with an item, by its number, oldest first. */
  of(item: number): readonly number[] {
    return this.byItem.get(item) ?? NONE
  }

  /** Items of a session by their numbers. */
  session(number: number): Int32Array {
    return this.sessions[number] ?? NO_ITEMS
  }

  private rebuild(kept: readonly Int32Array[]): void {
    const ids = kept.map((session) => Array.from(session, (item) => this.idOf(item)))
    this.sessions = []
    this.byItem = new Map()
    this.others = new Map()
    this.otherIds = []
    for (const session of ids) this.append(session)
  }

  private append(itemIds: readonly number[]): void {
    const session = Int32Array.from(itemIds, (itemId) => this.numberOf(itemId))
    const number = this.sessions.push(session) - 1
    for (const item of session) {
      const ofItem = this.byItem.get(item)
      if (ofItem) ofItem.push(number)
      else this.byItem.set(item, [number])
    }
  }

  private numberOf(itemId: number): number {
    const known = this.find(itemId)
    if (known >= 0) return known
    const item = this.items()
    this.others.set(itemId, item)
    this.otherIds.push(itemId)
    return item
  }
}

const NONE: readonly number[] = []
const NO_ITEMS = new Int32Array(0)
