'use client'

import { Activity, type ReactNode, use, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createGate, type Gate } from './gate'

/**
 * Content that is printed at once and brought to life later: when the reader comes near it or touches it, else when the
 * page has nothing better to do, a piece at a time. So a long page answers as soon as a short one. Content that comes
 * to an open page is alive from the start.
 */
export const Later = ({ className, children }: { className?: string; children: ReactNode }) => {
  const [gate] = useState(createGate)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => (place.current ? gate.openInTime(place.current) : undefined), [gate])
  return (
    <div ref={place} className={className}>
      <Activity>
        <Behind gate={gate}>{children}</Behind>
      </Activity>
    </div>
  )
}

const Behind = ({ gate, children }: { gate: Gate; children: ReactNode }) => {
  const isPrinted = useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
  useEffect(() => gate.open(), [gate])
  // React leaves what stands in the page as it is while this waits. The server itself prints and does not wait. Nothing of
  // React's may stand behind it: begun anew once the gate is open, it does not wait, and React takes a hook that only
  // then comes into being for a mistake.
  if (isPrinted && typeof window !== 'undefined' && !gate.isOpen()) use(gate.opened)
  return children
}

const never = () => () => undefined
