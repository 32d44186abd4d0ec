import { z } from 'zod'

export const LOCATION_KINDS = ['warehouse', 'shop', 'supplier', 'returns'] as const

/** Where stock lies, as allocation sees it. Coordinates in degrees; `leadDays` are working days until a parcel leaves. */
export const placeSchema = z.object({
  locationId: z.int(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(LOCATION_KINDS),
  country: z.string(),
  /** Lower goes first. */
  priority: z.int(),
  leadDays: z.int(),
  latitude: z.number().exactOptional(),
  longitude: z.number().exactOptional(),
})
export type Place = z.infer<typeof placeSchema>

/** Where a parcel goes. Without coordinates the middle of its country stands for it. */
export type Destination = {
  readonly country: string
  readonly latitude?: number
  readonly longitude?: number
}
