'use client'

import { useEffect } from 'react'
import { soon } from '@/components/when-idle'
import { recordLeaving, recordWaiting } from './recorder'
import { watchLinks } from './watch-links'

/** Mounted once in the shop: sends what waits, sends the rest when the page goes, and sees presses on cards. Draws nothing. */
export const BehaviourWatch = () => {
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && recordLeaving()
    const stopLinks = watchLinks()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', recordLeaving)
    window.addEventListener('online', recordWaiting)
    const callOff = soon(recordWaiting)
    return () => {
      callOff()
      stopLinks()
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', recordLeaving)
      window.removeEventListener('online', recordWaiting)
    }
  }, [])
  return null
}
