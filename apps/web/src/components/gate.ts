import { whenIdle } from './when-idle'

/** Stands between printed content and the work that brings it to life. Opens once and stays open. */
export type Gate = {
  readonly isOpen: () => boolean
  readonly opened: Promise<void>
  readonly open: () => void
  /** Opens when the element comes near the screen, when it is touched or gets the focus, or when the page has nothing better to do. */
  readonly openInTime: (element: Element) => () => void
}

/** Content within a screen's height of the screen is near. */
const NEAR = '100% 0px'
const TOUCHES = ['pointerover', 'pointerdown', 'touchstart', 'focusin', 'keydown'] as const

export const createGate = (): Gate => {
  let isOpen = false
  let tell = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    tell = resolve
  })
  const open = (): void => {
    isOpen = true
    tell()
  }
  return {
    isOpen: () => isOpen,
    opened,
    open,
    openInTime: (element) => {
      if (isOpen) return () => undefined
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) open()
        },
        { rootMargin: NEAR },
      )
      observer.observe(element)
      // On its way down, so that the gate is open before the page answers the press itself.
      for (const touch of TOUCHES) element.addEventListener(touch, open, { capture: true, passive: true, once: true })
      const leave = lineUp(open)
      const stop = (): void => {
        observer.disconnect()
        leave()
        for (const touch of TOUCHES) element.removeEventListener(touch, open, { capture: true })
      }
      void opened.then(stop)
      return stop
    },
  }
}

/** Gates that wait for a quiet moment, a few for each: what stands first on the page goes first. */
const line = new Set<() => void>()
/** As many cards as a slow phone brings to life without being felt to stop. */
const AT_ONCE = 4
let isMoving = false

function lineUp(open: () => void): () => void {
  line.add(open)
  if (!isMoving) {
    isMoving = true
    whenIdle(openNext)
  }
  return () => line.delete(open)
}

function openNext(): void {
  const turn = [...line].slice(0, AT_ONCE)
  isMoving = turn.length > 0
  if (!isMoving) return
  for (const open of turn) {
    line.delete(open)
    open()
  }
  whenIdle(openNext)
}
