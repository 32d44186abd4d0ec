import { allocateLine, type Considered, type LinePlan } from '../allocation/allocate-line'
import { explainPlan } from '../allocation/explain-plan'
import type { AllocationGuidance } from '../allocation/ports'
import { candidatesOf } from './candidates-of'
import { type ChosenRecord, chooseRecords } from './choose-records'
import { availableInFuture, availableToSell, type StockRecord } from './state'

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
 * that is allowed, in the policy's order of places; unsplit, from the first place whose stock and supply have all. Without guidance the order of the records decides.
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
  if (plan.takes.length === 0 && allowFuture) {
    const ranked = plan.considered.flatMap(({ recordId }) => byId.get(recordId) ?? [])
    const parts = policy.split ? chooseRecords(ranked, units, true) : chooseWhole(ranked, units)
    return { parts, why: explainPlan(policy, asTaken(plan, parts), places) }
  }
  return {
    why: explainPlan(policy, plan, places),
    parts: plan.takes.flatMap(({ recordId, units: taken }) => {
      const record = byId.get(recordId)
      return record ? [{ record, units: taken, futureUnits: 0 }] : []
    }),
  }
}

/** A line that may not be split comes whole from one place, its stock and its supply to come together. */
const chooseWhole = (ranked: readonly StockRecord[], units: number): readonly ChosenRecord[] => {
  const record = ranked.find((one) => availableToSell(one) + availableInFuture(one) >= units)
  if (!record) return []
  return [{ record, units, futureUnits: Math.max(0, units - availableToSell(record)) }]
}

/** The plan as it came out with supply to come, so that the explanation tells what was taken and not what failed. */
const asTaken = (plan: LinePlan, parts: readonly ChosenRecord[]): LinePlan => {
  const byRecord = new Map(parts.map((part) => [part.record.recordId, part]))
  const considered = plan.considered.map(({ excluded: _, ...one }): Considered => {
    const part = byRecord.get(one.recordId)
    const [taken, ahead] = part ? [part.units - part.futureUnits, part.futureUnits] : [0, 0]
    const excluded = taken + ahead > 0 ? undefined : one.available === 0 ? 'empty' : 'not-whole'
    return { ...one, taken, ...(ahead > 0 ? { ahead } : {}), ...(excluded === undefined ? {} : { excluded }) }
  })
  return { ...plan, considered }
}
