const SHOWN_MAX = 50

// By the window's id. A page asks right after it was opened, so losing this with the worker loses nothing.
const shown = new Map<string, number>()

/** Remembers which window was answered with a copy, and when that was made. */
export const noteCopy = (event: ExtendableEvent, keptAt: number): void => {
  if (!(event instanceof FetchEvent) || event.resultingClientId === '') return
  shown.set(event.resultingClientId, keptAt)
  const [oldest] = shown.keys()
  if (shown.size > SHOWN_MAX && oldest !== undefined) shown.delete(oldest)
}

/** When the copy that a window shows was made; undefined for a page that came from the shop itself. */
export const copyShownIn = (windowId: string): number | undefined => shown.get(windowId)
