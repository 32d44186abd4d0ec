import { allocateLine, type Considered } from './allocate-line'
import type { Candidate } from './candidate'
import { fewestPlaces } from './fewest-places'
import type { Destination, Place } from './place'
import type { AllocationPolicy } from './policy'
import { shipDate } from './ship-date'

export type ParcelDemand = {
  readonly sku: string
  readonly units: number
  readonly candidates: readonly Candidate[]
}

export type ParcelPlan = {
  readonly parcels: readonly {
    readonly locationId: number
    readonly shipsOn: Date
    readonly lines: readonly { readonly sku: string; readonly units: number }[]
  }[]
  readonly lines: readonly {
    readonly sku: string
    readonly units: number
    readonly met: boolean
    readonly reachable: number
    readonly considered: readonly Considered[]
  }[]
}

/**
 * A whole request: lines in their order, each all or nothing, every later line seeing what the earlier ones took and
 * which places send a parcel already. One parcel a place, with the day it leaves.
 */
export const planParcels = (input: {
  readonly policy: AllocationPolicy
  readonly lines: readonly ParcelDemand[]
  readonly destination?: Destination
  readonly places: ReadonlyMap<number, Place>
  readonly now: Date
}): ParcelPlan => {
  const { policy, destination, places, now } = input
  const taken = new Map<number, number>()
  const parcels = new Map<number, Map<string, number>>()
  const together = fewestPlaces({ policy, lines: input.lines, ...(destination ? { destination } : {}) })
  const lines = input.lines.map(({ sku, units, candidates }) => {
    const left = candidates.map((candidate) => ({
      ...candidate,
      available: Math.max(0, candidate.available - (taken.get(candidate.recordId) ?? 0)),
    }))
    const demand = {
      units,
      sending: new Set([...together, ...parcels.keys()]),
      ...(destination ? { destination } : {}),
    }
    const plan = allocateLine(policy, left, demand)
    for (const take of plan.takes) {
      taken.set(take.recordId, (taken.get(take.recordId) ?? 0) + take.units)
      const parcel = parcels.get(take.locationId) ?? new Map<string, number>()
      parcel.set(sku, (parcel.get(sku) ?? 0) + take.units)
      parcels.set(take.locationId, parcel)
    }
    return { sku, units, met: plan.takes.length > 0, reachable: plan.reachable, considered: plan.considered }
  })
  return {
    parcels: [...parcels].map(([locationId, skus]) => ({
      locationId,
      shipsOn: shipDate(now, places.get(locationId)?.leadDays ?? 0),
      lines: [...skus].map(([sku, units]) => ({ sku, units })),
    })),
    lines,
  }
}
