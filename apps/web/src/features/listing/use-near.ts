'use client'

import { type RefObject, startTransition, useEffect, useState } from 'react'

const AHEAD = '200px'

const listeners = new WeakMap<Element, (isNear: boolean) => void>()
let observer: IntersectionObserver | undefined

/** One watcher for all cards. What follows from a card that comes near waits for what was pressed. */
const watch = (element: Element, tell: (isNear: boolean) => void): (() => void) => {
  observer ??= new IntersectionObserver(
    (entries) =>
      startTransition(() => {
        for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
      }),
    { rootMargin: AHEAD },
  )
  listeners.set(element, tell)
  observer.observe(element)
  return () => {
    listeners.delete(element)
    observer?.unobserve(element)
  }
}

/** Whether an element is on the screen or about to come there. */
export const useNear = (element: RefObject<HTMLElement | null>): boolean => {
  const [isNear, setNear] = useState(false)
  useEffect(() => (element.current ? watch(element.current, setNear) : undefined), [element])
  return isNear
}
