'use client'

import { useEffect, useState } from 'react'

/**
 * Whether a question at the foot of the screen is in nobody's way: not before the reader has gone half a screen on, past
 * what the top of a page is for (the way into a collection, a product's colours).
 */
export const useHasRoom = (): boolean => {
  const [hasRoom, setRoom] = useState(false)
  useEffect(() => {
    // Where a page opens scrolled, the browser says so by a scroll; asking for the place now would lay the page out twice.
    const look = () => setRoom(window.scrollY > window.innerHeight / 2)
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [])
  return hasRoom
}
