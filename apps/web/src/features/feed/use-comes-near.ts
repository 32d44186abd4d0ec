'use client'

import { useEffect, useState } from 'react'
import { useStirred } from '@/components/use-stirred'

/** Far enough that a rail is there before the shopper is. */
const AHEAD = '900px'

/** Whether a place has come near the screen: on it as long as the reader has not moved, on the way to it from then on. */
export const useComesNear = (place: { readonly current: Element | null }): boolean => {
  const [isNear, setNear] = useState(false)
  const rootMargin = useStirred() ? AHEAD : '0px'
  useEffect(() => {
    if (!place.current || isNear) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place, isNear, rootMargin])
  return isNear
}
