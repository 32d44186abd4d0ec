'use client'

import { useSyncExternalStore } from 'react'

const LOOKS = {
  full: { day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  short: { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const inYear = new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' })
const lookAt = (at: Date, look: keyof typeof LOOKS): Intl.DateTimeFormatOptions =>
  look === 'short' && inYear.format(at) !== inYear.format(new Date())
    ? { ...LOOKS.short, year: 'numeric' }
    : LOOKS[look]

const never = () => () => undefined

/**
 * A moment in the reader's own time zone; in UTC until the page is live, so that server and browser print the same.
 * The short look leaves out the year while it is this one.
 */
export const Moment = ({ at, look = 'full' }: { at: Date; look?: keyof typeof LOOKS }) => {
  const zone = useSyncExternalStore(
    never,
    () => undefined,
    () => 'UTC',
  )
  const words = new Intl.DateTimeFormat('en-GB', { ...lookAt(at, look), ...(zone ? { timeZone: zone } : {}) }).format(
    at,
  )
  return <time dateTime={at.toISOString()}>{words}</time>
}
