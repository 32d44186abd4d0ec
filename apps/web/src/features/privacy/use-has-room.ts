'use client'

import { useEffect, useState } from 'react'

/** From here on the question stands in a corner and covers nothing (the kit's `sm`). */
const WIDE = '(min-width: 40rem)'

/**
 * Whether a strip at the foot of the screen is in nobody's way: at once on a wide screen; on a phone not before the
 * reader has gone half a screen on, past what the top of a page is for (a product's colours among it).
 */
export const useHasRoom = (): boolean => {
  const [hasRoom, setRoom] = useState(false)
  useEffect(() => {
    const wide = window.matchMedia(WIDE)
    const look = () => setRoom(wide.matches || window.scrollY > window.innerHeight / 2)
    // Where a page opens scrolled, the browser says so by a scroll; asking for the place now would lay the page out twice.
    if (wide.matches) setRoom(true)
    window.addEventListener('scroll', look, { passive: true })
    wide.addEventListener('change', look)
    return () => {
      window.removeEventListener('scroll', look)
      wide.removeEventListener('change', look)
    }
  }, [])
  return hasRoom
}
