import { z } from 'zod'
import type { RecordSupply, Waiting } from './bind-promises'
import { type Day, daySchema } from './day'
import { availableToPromise, leavesOn } from './outlook'

/**
 * Available to promise of a SKU by day: `days` begin with today and name every later day on which supply can leave;
 * `units` stand beside them, by place and over all.
 */
export const promisableSchema = z.object({
  days: z.array(daySchema),
  places: z.array(z.object({ location: z.string(), units: z.array(z.int()) })),
  overall: z.array(z.int()),
})
export type Promisable = z.infer<typeof promisableSchema>

/** One place that sells the SKU, with its queue. `available`: units that can be sold now. */
export type PromisingPlace = {
  readonly location: string
  readonly available: number
  readonly supply: RecordSupply
  readonly queue: readonly Waiting[]
}

/** What may be promised by each day, over what was promised before. An overdue shipment leaves today at the earliest. */
export const promisableOf = (places: readonly PromisingPlace[], today: Day): Promisable => {
  const leaving = places.flatMap(({ supply }) => supply.lines.map((line) => leavesOn(line, today)))
  const days = [...new Set([today, ...leaving])].sort()
  const told = places.map((place) => ({
    location: place.location,
    units: days.map((day) => availableToPromise(place, day, today)),
  }))
  return {
    days,
    places: told,
    overall: days.map((_, nth) => told.reduce((sum, { units }) => sum + (units[nth] ?? 0), 0)),
  }
}
