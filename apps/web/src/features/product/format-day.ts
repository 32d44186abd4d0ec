let day: Intl.DateTimeFormat | undefined

/** An ISO date (`2026-12-14`) as a person says it: `14 Dec`. The same on server and browser. */
export const formatDay = (isoDate: string): string => {
  // Made when a day is first said: on a phone, making one takes longer than all the rest of the header.
  day ??= new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return day.format(new Date(`${isoDate}T00:00:00Z`))
}
