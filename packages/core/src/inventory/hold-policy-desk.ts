import { z } from 'zod'
import type { AllocationRejection } from '../allocation/try-plan'
import type { Result } from '../result'
import { type HoldPolicy, holdPolicySchema } from './hold-policy'

/** Compare and set: `seen` is the policy that stood there when it was opened. */
export const saveHoldPolicySchema = z.strictObject({
  channel: z.string().min(1).max(40),
  seen: holdPolicySchema,
  policy: holdPolicySchema,
})
export type SaveHoldPolicy = z.infer<typeof saveHoldPolicySchema>

export type ChannelHoldPolicy = { readonly code: string; readonly name: string; readonly policy: HoldPolicy }

/** How long and how much each channel holds. A saved policy counts for holds from within seconds on; running ones keep their end. */
export type HoldPolicyDesk = {
  channels(): Promise<readonly ChannelHoldPolicy[]>
  /** `before` is what stood there. */
  save(change: SaveHoldPolicy): Promise<Result<{ readonly before: HoldPolicy }, AllocationRejection>>
}
