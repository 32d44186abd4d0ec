'use client'

import { useSyncExternalStore } from 'react'

const STIRS = ['scroll', 'wheel', 'pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin'] as const
/** Who reads the head of a page for so long gets the rest without having moved. */
const AT_LATEST_MS = 8_000

const listeners = new Set<() => void>()
let isStirred = false

const stir = (): void => {
  isStirred = true
  for (const event of STIRS) window.removeEventListener(event, stir, { capture: true })
  for (const listener of listeners) listener()
  listeners.clear()
}

const listen = (listener: () => void): (() => void) => {
  if (isStirred) return () => undefined
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// From the moment that the code is here, long before the page has come to life.
if (typeof window !== 'undefined') {
  for (const event of STIRS) window.addEventListener(event, stir, { capture: true, passive: true })
  setTimeout(stir, AT_LATEST_MS)
  // A place that was restored, or reached before the code was here.
  if (window.scrollY > 0) stir()
}

/**
 * Whether the reader has moved in this tab: scrolled, touched, pointed, pressed a key. What stands below the screen is
 * asked for from then on, so that a page that comes up has its own head to do alone.
 */
export const useStirred = (): boolean =>
  useSyncExternalStore(
    listen,
    () => isStirred,
    () => false,
  )
