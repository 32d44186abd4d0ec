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
 * last says most. Storage that is full or forbidden costs only the events of a closed page.
 */
export const createEventQueue = (deps: { shelf: Shelf | undefined; now(): number; newId(): string }): EventQueue => {
  const { shelf, now, newId } = deps
  let events = readShelf(shelf)
  let sequence = events.reduce((max, event) => Math.max(max, event.sequence), 0)

  const keep = (): void => {
    if (!shelf) return
    try {
      if (events.length === 0) shelf.removeItem(SHELF_KEY)
      else shelf.setItem(SHELF_KEY, JSON.stringify(events))
    } catch {
      // Full or forbidden: the events are still in memory.
    }
  }
  return {
    add: (signal) => {
      sequence += 1
      events = [...events, { id: newId(), sequence, atMs: now(), signal }].slice(-KEPT_EVENTS_MAX)
      keep()
    },
    next: () => events.slice(0, BATCH),
    letGo: (gone) => {
      const ids = new Set(gone.map(({ id }) => id))
      events = events.filter(({ id }) => !ids.has(id))
      keep()
    },
    clear: () => {
      events = []
      keep()
    },
    size: () => events.length,
  }
}

function readShelf(shelf: Shelf | undefined): BrowserEvent[] {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(SHELF_KEY) ?? '[]')
    // Our own writing, and the server checks every event again: what was scribbled on is dropped there.
    return Array.isArray(kept) ? (kept as BrowserEvent[]).filter((event) => typeof event?.id === 'string') : []
  } catch {
    return []
  }
}
