import { allocateLine } from '../allocation/allocate-line'
import { explainPlan } from '../allocation/explain-plan'
import type { AllocationGuidance } from '../allocation/ports'
import { candidatesOf } from './candidates-of'
import { type ChosenRecord, chooseRecords } from './choose-records'
import type { StockRecord } from './state'

/** Where a line's units come from, and why, in one line for the ledger. */
export type Choice = { readonly parts: readonly ChosenRecord[]; readonly why?: string }

type Wanted = {
  readonly units: number
  readonly allowFuture: boolean
  /** Places that send a parcel of this request already. */
  readonly sending: ReadonlySet<number>
}

/**
 * The channel's allocation policy over the records of one SKU, as locked. What stock cannot meet comes from supply, where
 * that is allowed, in the policy's order of places. Without guidance the order of the records decides.
 */
export const chooseByPolicy = (
  guidance: AllocationGuidance | undefined,
  records: readonly StockRecord[],
  { units, allowFuture, sending }: Wanted,
): Choice => {
  if (!guidance) return { parts: chooseRecords(records, units, allowFuture) }
  const { policy, places, destination } = guidance
  const byId = new Map(records.map((record) => [record.recordId, record]))
  const plan = allocateLine(policy, candidatesOf(guidance, records), {
    units,
    sending,
    ...(destination ? { destination } : {}),
  })
  const why = explainPlan(policy, plan, places)
  if (plan.takes.length === 0) {
    if (!allowFuture) return { parts: [], why }
    const ranked = plan.considered.flatMap(({ recordId }) => byId.get(recordId) ?? [])
    return { parts: chooseRecords(ranked, units, true), why }
  }
  return {
    why,
    parts: plan.takes.flatMap(({ recordId, units: taken }) => {
      const record = byId.get(recordId)
      return record ? [{ record, units: taken, futureUnits: 0 }] : []
    }),
  }
}
