import type { Origin } from '../origin'
import type { Candidate } from './candidate'
import type { Destination, Place } from './place'
import type { AllocationPolicy } from './policy'

/** What a hold is told about where its units should come from. The rule that uses it is pure; this is its data. */
export type AllocationGuidance = {
  readonly policy: AllocationPolicy
  readonly places: ReadonlyMap<number, Place>
  readonly destination?: Destination
  /** By record: when its oldest units came in. Only where the policy drains the oldest first. */
  readonly receivedAtMs?: ReadonlyMap<number, number>
}

/** The guidance of the channel the shop sells in; policy and places from memory for a short while. */
export type AllocationGuide = {
  guide(variantIds: readonly number[], destination?: Destination): Promise<AllocationGuidance>
}

export type SkuCandidates = {
  readonly sku: string
  readonly variantId: number
  readonly candidates: readonly Candidate[]
}

/** What the policy editor reads and writes. */
export type AllocationDesk = {
  policyOf(channel: string): Promise<AllocationPolicy | undefined>
  channels(): Promise<readonly { readonly code: string; readonly name: string; readonly policy: AllocationPolicy }[]>
  places(): Promise<readonly Place[]>
  /** Answers the policy that stood before; nothing when there is no such channel. */
  save(origin: Origin, channel: string, policy: AllocationPolicy): Promise<AllocationPolicy | undefined>
  /** Where each SKU could come from now; unknown SKUs are left out. Ages are read with it. */
  candidates(skus: readonly string[]): Promise<readonly SkuCandidates[]>
}
