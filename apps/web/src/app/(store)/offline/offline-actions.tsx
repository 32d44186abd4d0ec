'use client'

import { useEffect } from 'react'
import { Button } from '../../../components/button'
import { buttonStyle } from '../../../components/button-style'
import { shopAnswers } from '../../../features/offline/connection'

const RETRY_MS = 4_000

/** The page asked for stands in the address bar when the service worker answers with this one: reload it once online. */
export const OfflineActions = () => {
  useEffect(() => {
    const reload = () => {
      if (location.pathname === '/offline') history.back()
      else location.reload()
    }
    // The first try may come before the network is really back, and nothing tells of it a second time.
    const timer = setInterval(() => {
      if (navigator.onLine) void shopAnswers().then((answers) => answers && reload())
    }, RETRY_MS)
    window.addEventListener('online', reload)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', reload)
    }
  }, [])
  return (
    <>
      <Button onClick={() => location.reload()}>Try again</Button>
      <a href="/" className={buttonStyle({ tone: 'quiet' })}>
        To the front page
      </a>
    </>
  )
}
