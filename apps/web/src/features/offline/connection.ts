'use client'

import { useSyncExternalStore } from 'react'
import { askWhetherCopy } from './worker-client'

export type Connection = {
  /** The shop cannot be reached: no network, or this page is a copy because the shop did not answer. */
  readonly isOffline: boolean
  /** When the copy shown was made, in milliseconds since 1970; absent when the page came from the shop itself. */
  readonly keptAt?: number
}

const ONLINE: Connection = { isOffline: false }
const PROBE = '/api/health/live'
const PROBE_EVERY_MS = 10_000

/** Whether the shop answers right now. */
export const shopAnswers = async (): Promise<boolean> => {
  try {
    return (await fetch(PROBE, { cache: 'no-store' })).ok
  } catch {
    // Not reaching it is the answer.
    return false
  }
}

/** Watches whether the shop can be reached. Asks it again only while it could not be. */
const createConnection = () => {
  let now = ONLINE
  let timer: ReturnType<typeof setInterval> | undefined
  const listeners = new Set<() => void>()

  const set = (next: Connection): void => {
    now = next
    clearInterval(timer)
    if (next.isOffline) timer = setInterval(() => void probe(), PROBE_EVERY_MS)
    for (const listener of listeners) listener()
  }
  const probe = async (): Promise<void> => {
    if (now.isOffline && navigator.onLine && (await shopAnswers())) set(ONLINE)
  }
  const lose = (): void => set({ ...now, isOffline: true })

  return {
    get: () => now,
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Begins to watch; the answer ends it. */
    start: (): (() => void) => {
      const regain = () => void probe()
      window.addEventListener('offline', lose)
      window.addEventListener('online', regain)
      if (!navigator.onLine) lose()
      void askWhetherCopy().then(({ keptAt }) => {
        if (keptAt !== undefined) set({ isOffline: true, keptAt })
      })
      return () => {
        window.removeEventListener('offline', lose)
        window.removeEventListener('online', regain)
        clearInterval(timer)
      }
    },
  }
}

/** This tab's connection to the shop; started once, by `OfflineShop`. */
export const connection = createConnection()

export const useConnection = (): Connection => useSyncExternalStore(connection.listen, connection.get, () => ONLINE)
