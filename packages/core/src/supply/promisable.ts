import { z } from 'zod'
import type { RecordSupply, Waiting } from './bind-promises'
import { type Day, daySchema } from './day'
import { availableToPromise, overdueUnits } from './outlook'

/**
 * Available to promise of a SKU by day: `days` begin with today and name every later day on which supply can leave;
 * `units` stand beside them, by place and over all. `late`: units that are overdue, which no day is named for.
 */
export const promisableSchema = z.object({
  days: z.array(daySchema),
  places: z.array(z.object({ location: z.string(), units: z.array(z.int()), late: z.int() })),
  overall: z.array(z.int()),
  late: z.int(),
  /** The earliest day on which any of them was to leave. */
  lateSince: daySchema.optional(),
})
export type Promisable = z.infer<typeof promisableSchema>

/** One place that sells the SKU, with its queue. `available`: units that can be sold now. */
export type PromisingPlace = {
  readonly location: string
  readonly available: number
  readonly supply: RecordSupply
  readonly queue: readonly Waiting[]
}

/** What may be promised by each day, over what was promised before. What is overdue may be promised by none. */
export const promisableOf = (places: readonly PromisingPlace[], today: Day): Promisable => {
  const lines = places.flatMap(({ supply }) => supply.lines)
  const leaving = lines.flatMap(({ isOverdue, shipsOn }) => (isOverdue ? [] : [shipsOn]))
  const [lateSince] = lines.flatMap(({ isOverdue, shipsOn }) => (isOverdue ? [shipsOn] : [])).sort()
  const days = [...new Set([today, ...leaving])].sort()
  const told = places.map((place) => ({
    location: place.location,
    units: days.map((day) => availableToPromise(place, day)),
    late: overdueUnits(place),
  }))
  const late = told.reduce((sum, place) => sum + place.late, 0)
  return {
    days,
    places: told,
    overall: days.map((_, nth) => told.reduce((sum, { units }) => sum + (units[nth] ?? 0), 0)),
    late,
    ...(late > 0 && lateSince !== undefined ? { lateSince } : {}),
  }
}
