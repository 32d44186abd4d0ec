'use client'

import { useSyncExternalStore } from 'react'

const LOOKS = {
  full: { day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  short: { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const never = () => () => undefined

/** A moment in the reader's own time zone; in UTC until the page is live, so that server and browser print the same. */
export const Moment = ({ at, look = 'full' }: { at: Date; look?: keyof typeof LOOKS }) => {
  const zone = useSyncExternalStore(
    never,
    () => undefined,
    () => 'UTC',
  )
  const words = new Intl.DateTimeFormat('en-GB', { ...LOOKS[look], ...(zone ? { timeZone: zone } : {}) }).format(at)
  return <time dateTime={at.toISOString()}>{words}</time>
}
