const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** An ISO date (`2026-12-14`) as a person says it: `14 Dec`. The same on server and browser. */
export const formatDay = (isoDate: string): string => day.format(new Date(`${isoDate}T00:00:00Z`))
