'use client'

import { useEffect, useState } from 'react'

const CHANNEL = 'selvedge:announce'

/** Says something to assistive technology (bag count, stock change, number of results). Safe to call on the server: does nothing there. */
export const announce = (words: string): void => {
  if (typeof window === 'undefined') return
  window.dispatchEvent(new CustomEvent<string>(CHANNEL, { detail: words }))
}

/** The one polite live region of a page. */
export const LiveRegion = () => {
  const [words, setWords] = useState('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const listen = (event: Event) => {
      if (!(event instanceof CustomEvent) || typeof event.detail !== 'string') return
      const next = event.detail
      // Emptied first, so that the same words twice are read twice.
      setWords('')
      clearTimeout(timer)
      timer = setTimeout(() => setWords(next), 60)
    }
    window.addEventListener(CHANNEL, listen)
    return () => {
      clearTimeout(timer)
      window.removeEventListener(CHANNEL, listen)
    }
  }, [])
  return (
    <p aria-live="polite" aria-atomic="true" className="sr-only">
      {words}
    </p>
  )
}
