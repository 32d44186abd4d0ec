'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Tells when its content comes into view and when it leaves again. */
export const InView = ({
  onSeen,
  onUnseen,
  children,
}: {
  onSeen: () => void
  onUnseen: () => void
  children: ReactNode
}) => {
  const place = useRef<HTMLDivElement>(null)
  const told = useRef({ onSeen, onUnseen })
  told.current = { onSeen, onUnseen }
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) told.current.onSeen()
      else told.current.onUnseen()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return <div ref={place}>{children}</div>
}
