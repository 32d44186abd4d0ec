'use client'

import { useEffect, useState } from 'react'
import { whenIdle } from '@/components/when-idle'
import { HAS_WORKER } from './env'
import { letTakeOver } from './worker-client'

const WORKER = '/serwist/sw.js'
const LOOK_EVERY_MS = 60 * 60_000

/** Calls back with every worker that is installed and waits for the one in charge to go. */
const watchWaiting = (registration: ServiceWorkerRegistration, found: (waiting: ServiceWorker) => void): void => {
  // The very first worker replaces nothing.
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting)
  }
  tell()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tell))
}

/** A tab that stays open for days opens no document; it looks for a newer shop when it is looked at. */
const lookWhenSeen = (registration: ServiceWorkerRegistration): void => {
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_EVERY_MS) return
    looked = Date.now()
    // Without a connection there is no newer shop; the next look will tell.
    registration.update().catch(() => undefined)
  })
}

/** Registers the worker, after the page is there. Answers with what reloads into a newer shop, once one waits. */
export const useNewerShop = (): (() => void) | undefined => {
  const [waiting, setWaiting] = useState<ServiceWorker>()
  useEffect(() => {
    if (!HAS_WORKER || !('serviceWorker' in navigator)) return
    return whenIdle(() => {
      navigator.serviceWorker.register(WORKER, { scope: '/', updateViaCache: 'none' }).then(
        (registration: ServiceWorkerRegistration | undefined) => {
          // A browser told to block workers answers with nothing instead of refusing.
          if (!registration) return
          watchWaiting(registration, setWaiting)
          lookWhenSeen(registration)
        },
        // The shop works without it; some browsers forbid workers in private windows.
        (reason: unknown) => console.warn('Pages are not kept for reading offline:', reason),
      )
    })
  }, [])
  if (!waiting) return undefined
  return () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    letTakeOver(waiting)
  }
}
