'use client'

import { useEffect } from 'react'
import { Button } from '../../../components/button'
import { buttonStyle } from '../../../components/button-style'

/** The page asked for stands in the address bar when the service worker answers with this one: reload it once online. */
export const OfflineActions = () => {
  useEffect(() => {
    const reload = () => {
      if (location.pathname === '/offline') history.back()
      else location.reload()
    }
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
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
