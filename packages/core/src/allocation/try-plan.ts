import { z } from 'zod'
import { accept, type Result, reject } from '../result'
import { placeSchema } from './place'
import { planParcels } from './plan-parcels'
import { ALLOCATION_RULES, type AllocationPolicy, allocationPolicySchema } from './policy'
import type { AllocationDesk } from './ports'

export const tryPlanSchema = z.strictObject({
  policy: allocationPolicySchema,
  country: z.enum(['NL', 'DE', 'BE', 'FR', 'DK', 'AT']),
  lines: z
    .array(z.strictObject({ sku: z.string().trim().min(1).max(64), units: z.int().min(1).max(1_000) }))
    .min(1)
    .max(20),
})
export type TryPlan = z.infer<typeof tryPlanSchema>

export const triedPlanSchema = z.object({
  parcels: z.array(
    z.object({
      place: placeSchema,
      /** ISO day. */
      shipsOn: z.string(),
      lines: z.array(z.object({ sku: z.string(), units: z.int() })),
    }),
  ),
  lines: z.array(
    z.object({
      sku: z.string(),
      units: z.int(),
      met: z.boolean(),
      reachable: z.int(),
      considered: z.array(
        z.object({
          place: placeSchema,
          available: z.int(),
          kept: z.int(),
          taken: z.int(),
          scores: z.array(z.object({ rule: z.enum(ALLOCATION_RULES), score: z.number() })),
          excluded: z.enum(['empty', 'not-whole', 'not-needed']).exactOptional(),
        }),
      ),
    }),
  ),
})
export type TriedPlan = z.infer<typeof triedPlanSchema>

export type AllocationRejection =
  | { readonly code: 'UNKNOWN_SKU'; readonly sku: string }
  | { readonly code: 'UNKNOWN_CHANNEL'; readonly channel: string }
  | { readonly code: 'HOLD_POLICY_CHANGED'; readonly channel: string }

/** What a policy, saved or not, would do with a request at this moment: nothing is held. */
export const tryPlan = async (
  desk: AllocationDesk,
  { policy, country, lines }: TryPlan,
  now: Date,
): Promise<Result<TriedPlan, AllocationRejection>> => {
  const [found, all] = await Promise.all([desk.candidates(lines.map((line) => line.sku)), desk.places()])
  const bySku = new Map(found.map((one) => [one.sku.toUpperCase(), one]))
  const unknown = lines.find((line) => !bySku.has(line.sku.toUpperCase()))
  if (unknown) return reject({ code: 'UNKNOWN_SKU', sku: unknown.sku })
  const places = new Map(all.map((place) => [place.locationId, place]))
  const placeOf = (locationId: number) => {
    const place = places.get(locationId)
    if (!place) throw new Error(`location ${locationId} vanished`)
    return place
  }
  const plan = planParcels({
    policy,
    destination: { country },
    places,
    now,
    lines: lines.map(({ sku, units }) => ({
      sku: bySku.get(sku.toUpperCase())?.sku ?? sku,
      units,
      candidates: bySku.get(sku.toUpperCase())?.candidates ?? [],
    })),
  })
  return accept({
    parcels: plan.parcels.map(({ locationId, shipsOn, lines: packed }) => ({
      place: placeOf(locationId),
      shipsOn: shipsOn.toISOString().slice(0, 10),
      lines: [...packed],
    })),
    lines: plan.lines.map(({ considered, ...line }) => ({
      ...line,
      considered: considered.map(({ recordId: _, locationId, scores, ...one }) => ({
        ...one,
        scores: [...scores],
        place: placeOf(locationId),
      })),
    })),
  })
}

/** The policy editor's use cases; the clock comes in. */
export type AllocationService = {
  channels: AllocationDesk['channels']
  places: AllocationDesk['places']
  save(
    origin: Parameters<AllocationDesk['save']>[0],
    channel: string,
    policy: AllocationPolicy,
  ): Promise<Result<{ readonly policy: AllocationPolicy; readonly before: AllocationPolicy }, AllocationRejection>>
  tryPlan(request: TryPlan): Promise<Result<TriedPlan, AllocationRejection>>
}

export const createAllocationService = (deps: { desk: AllocationDesk; now: () => Date }): AllocationService => ({
  channels: deps.desk.channels,
  places: deps.desk.places,
  save: async (origin, channel, policy) => {
    const before = await deps.desk.save(origin, channel, policy)
    return before ? accept({ policy, before }) : reject({ code: 'UNKNOWN_CHANNEL', channel })
  },
  tryPlan: (request) => tryPlan(deps.desk, request, deps.now()),
})
