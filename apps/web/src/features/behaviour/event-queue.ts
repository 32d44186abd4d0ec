import type { BrowserEvent, BrowserSignal } from '@selvedge/core'

const KEPT_EVENTS_MAX = 400
const BATCH = 60

/** Where unsent events outlive the page; the browser's local storage. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type EventQueue = {
  add(signal: BrowserSignal): void
  /** The next events to send, oldest first; they stay until they are let go. */
  next(): readonly BrowserEvent[]
  /** Sent, or refused for good. */
  letGo(events: readonly BrowserEvent[]): void
  clear(): void
  size(): number
}

const SHELF_KEY = 'selvedge:unsent'

/**
 * Events that wait to be sent, kept over reloads and while offline. When there are too many the oldest go: what was seen
 * last says most. Storage that is full or forbidden costs only the events of a closed page. Tabs share the shelf: each
 * puts its own events beside those that lie there and takes away only what it has sent. What lay there when the page
 * was opened is sent by it too, unless another tab was sooner; what both send, the server counts once.
 */
export const createEventQueue = (deps: { shelf: Shelf | undefined; now(): number; newId(): string }): EventQueue => {
  const { shelf, now, newId } = deps
  let found = readShelf(shelf)
  let own: readonly BrowserEvent[] = []
  let sequence = found.reduce((max, event) => Math.max(max, event.sequence), 0)

  const keep = (sent: ReadonlySet<string>): void => {
    if (!shelf) return
    const mine = new Set(own.map(({ id }) => id))
    const others = readShelf(shelf).filter(({ id }) => !sent.has(id) && !mine.has(id))
    const kept = [...others, ...own].slice(-KEPT_EVENTS_MAX)
    try {
      if (kept.length === 0) shelf.removeItem(SHELF_KEY)
      else shelf.setItem(SHELF_KEY, JSON.stringify(kept))
    } catch {
      // Full or forbidden: the events are still in memory.
    }
  }
  const waiting = (): readonly BrowserEvent[] => {
    if (found.length > 0) {
      const there = new Set(readShelf(shelf).map(({ id }) => id))
      found = found.filter(({ id }) => there.has(id))
    }
    return [...found, ...own]
  }
  return {
    add: (signal) => {
      sequence += 1
      own = [...own, { id: newId(), sequence, atMs: now(), signal }].slice(-KEPT_EVENTS_MAX)
      keep(NOTHING)
    },
    next: () => waiting().slice(0, BATCH),
    letGo: (gone) => {
      const ids = new Set(gone.map(({ id }) => id))
      found = found.filter(({ id }) => !ids.has(id))
      own = own.filter(({ id }) => !ids.has(id))
      keep(ids)
    },
    clear: () => {
      found = []
      own = []
      try {
        shelf?.removeItem(SHELF_KEY)
      } catch {
        // Forbidden: nothing of ours is there.
      }
    },
    size: () => waiting().length,
  }
}

const NOTHING: ReadonlySet<string> = new Set()

function readShelf(shelf: Shelf | undefined): BrowserEvent[] {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(SHELF_KEY) ?? '[]')
    // Our own writing, and the server checks every event again: what was scribbled on is dropped there.
    return Array.isArray(kept) ? (kept as BrowserEvent[]).filter((event) => typeof event?.id === 'string') : []
  } catch {
    return []
  }
}
