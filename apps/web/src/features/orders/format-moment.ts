// The shop's own time, so that server and browser print the same text wherever the reader is.
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})
const date = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Amsterdam',
})

/** Epoch milliseconds as `23 Nov, 15:04`. */
export const formatMoment = (atMs: number): string => moment.format(atMs)

/** Epoch milliseconds as `23 November 2026`. */
export const formatDate = (atMs: number): string => date.format(atMs)
