import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`. Days compare as texts. */
export const daySchema = z.iso.date()
export type Day = string

const DAY_MS = 86_400_000

/** The day so many days later. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
