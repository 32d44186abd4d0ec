import { z } from 'zod'

/** A channel's way with returns; stored with it. Days count from delivery, or from shipment where that is unknown. */
export const returnPolicySchema = z.strictObject({
  /** Within so many days a return is approved at once. */
  autoApproveDays: z.int().min(0).max(3_650).default(30),
  /** After so many days it is refused at once; between the two, staff decide. */
  refuseAfterDays: z.int().min(0).max(3_650).default(90),
})
export type ReturnPolicy = z.infer<typeof returnPolicySchema>
export const DEFAULT_RETURN_POLICY: ReturnPolicy = returnPolicySchema.parse({})

const DAY_MS = 86_400_000

/** `approved`, `requested` (staff decide) or `too-late`, by whole days since the parcel reached the shopper. */
export const judgeByPolicy = (
  policy: ReturnPolicy,
  { deliveredAt, now }: { deliveredAt: Date; now: Date },
): 'approved' | 'requested' | 'too-late' => {
  const days = Math.floor((now.getTime() - deliveredAt.getTime()) / DAY_MS)
  if (days <= policy.autoApproveDays) return 'approved'
  return days <= policy.refuseAfterDays ? 'requested' : 'too-late'
}
