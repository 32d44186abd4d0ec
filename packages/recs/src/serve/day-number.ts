import type { Day } from '@selvedge/core'
import { DAY_MS } from './item-lines'

/** Days as the engine compares them: so many since 1970, by which no day is 0. */
export const dayNumber = (ms: number): number => Math.floor(ms / DAY_MS)

export const dayNumberOf = (day: Day): number => dayNumber(Date.parse(`${day}T00:00:00Z`))

export const dayOf = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10)
