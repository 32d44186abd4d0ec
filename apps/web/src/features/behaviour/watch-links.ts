import { soon } from '@/components/when-idle'
import { placeOf } from './placement'
import { record } from './recorder'

/**
 * Sees presses on cards and cards coming into view, for the whole shop in one place: a card names its product by
 * `data-product`, the rail or list around it its placement by `data-placement`.
 */
export const watchLinks = (): (() => void) => {
  const pressed = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const place = link && placeOf(link)
    if (place) record({ kind: 'click', ...place })
  }
  const impressions = createImpressions()
  document.addEventListener('click', pressed, { capture: true })
  return () => {
    document.removeEventListener('click', pressed, { capture: true })
    impressions.stop()
  }
}

const HALF = 0.5
const SEEN_AFTER_MS = 800
/** A card in the same place is one impression in a visit of a page. */
const keyOf = (path: string, placement: string, productId: number): string => `${path} ${placement} ${productId}`

function createImpressions(): { stop(): void } {
  const seen = new Set<string>()
  const timers = new Map<Element, ReturnType<typeof setTimeout>>()
  const watched = new WeakSet<Element>()
  const count = (card: Element): void => {
    const place = placeOf(card)
    if (!place) return
    const key = keyOf(window.location.pathname, place.showing.placement, place.productId)
    if (seen.has(key)) return
    seen.add(key)
    record({ kind: 'impression', ...place })
  }
  const inView = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(timers.get(target))
        timers.delete(target)
        if (isIntersecting)
          timers.set(
            target,
            setTimeout(() => count(target), SEEN_AFTER_MS),
          )
      }
    },
    { threshold: HALF },
  )
  const look = (): void => {
    for (const card of document.querySelectorAll('[data-product]')) {
      if (watched.has(card)) continue
      watched.add(card)
      inView.observe(card)
    }
  }
  // Pages come and go without a load: new cards are looked for when the document changes, at most every so often.
  let pending: ReturnType<typeof setTimeout> | undefined
  const changes = new MutationObserver(() => {
    pending ??= setTimeout(() => {
      pending = undefined
      look()
    }, 300)
  })
  const callOff = soon(() => {
    changes.observe(document.body, { childList: true, subtree: true })
    look()
  })
  return {
    stop: () => {
      callOff()
      changes.disconnect()
      inView.disconnect()
      clearTimeout(pending)
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
