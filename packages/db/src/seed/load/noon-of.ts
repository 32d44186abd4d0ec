import type { Day } from '@selvedge/core'

/** Noon of a day, UTC. */
export const noonOf = (day: Day): Date => new Date(`${day}T12:00:00Z`)
