import { createGateLine } from './gate-line'
import { soon, whenIdle } from './when-idle'

/** Content within a screen's height of the screen is near. */
const NEAR = '100% 0px'
const TOUCHES = ['pointerover', 'pointerdown', 'touchstart', 'focusin', 'keydown', 'input', 'change', 'click'] as const
const PRESSES: ReadonlySet<string> = new Set(['pointerdown', 'touchstart', 'keydown', 'click'])

/** How each closed gate is opened, by the element that it stands in. */
const closed = new Map<Element, () => void>()
const openAt = (element: Element): void => closed.get(element)?.()

/** What the reader comes near goes before the rest of the page; in both, what stands first goes first. */
const near = createGateLine<Element>({ open: openAt, pause: soon })
const far = createGateLine<Element>({ open: openAt, pause: whenIdle })

let observer: IntersectionObserver | undefined
let touched: Element | undefined
let isUsed = false

/**
 * Calls `open` when the element is on the screen, when it is touched, or in its turn, which comes early for what is near.
 * The answer takes it out of the watch.
 */
export const watchGate = (element: Element, open: () => void): (() => void) => {
  // What was touched before it could be watched is alive before the press is over.
  if (touched && element.contains(touched)) {
    open()
    return () => undefined
  }
  closed.set(element, open)
  observer ??= new IntersectionObserver(look, { rootMargin: NEAR })
  observer.observe(element)
  const line = isUsed ? near : far
  line.add(element)
  return () => {
    closed.delete(element)
    near.remove(element)
    far.remove(element)
    observer?.unobserve(element)
  }
}

const look = (entries: readonly IntersectionObserverEntry[]): void => {
  for (const { target, isIntersecting, boundingClientRect: place } of entries) {
    if (!isIntersecting) continue
    if (place.top < window.innerHeight && place.bottom > 0) openAt(target)
    else near.add(target)
  }
}

/** On its way down, before the page itself hears of it: a gate is open when the page answers the press. */
const feel = ({ target, type }: Event): void => {
  if (!(target instanceof Element)) return
  touched = target
  if (closed.size === 0) return
  for (let place: Element | null = target; place; place = place.parentElement) openAt(place)
  if (isUsed || !PRESSES.has(type)) return
  isUsed = true
  // React lets nobody leave a page while a part that stays has yet to come to life: a press does not wait for pictures.
  for (const element of closed.keys()) near.add(element)
}

if (typeof window !== 'undefined')
  for (const touch of TOUCHES) window.addEventListener(touch, feel, { capture: true, passive: true })
