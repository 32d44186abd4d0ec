import { watchGate } from './gate-watch'

/** Stands between printed content and the work that brings it to life. Opens once and stays open. */
export type Gate = {
  readonly isOpen: () => boolean
  readonly opened: Promise<void>
  readonly open: () => void
  /** Opens when the element is on the screen, when it is touched or gets the focus, or when the page has nothing better to do. */
  readonly openInTime: (element: Element) => () => void
}

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
      const stop = watchGate(element, open)
      void opened.then(stop)
      return stop
    },
  }
}
