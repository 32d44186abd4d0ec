import type { Placement, PlacementPlan } from '@selvedge/core'
import { trpc } from '@/trpc/client'
import { leverSettled } from './lever-settled'

export type PlanRow = { placement: Placement; plan: PlacementPlan; isHouse: boolean }

/** Keeps a placement's plan, or gives it back to the house; either is told and read again. */
export const usePlanLevers = () => {
  const utils = trpc.useUtils()
  const settled = leverSettled('The placement chooses by it now', () => utils.admin.placements.list.invalidate())
  const save = trpc.admin.placements.save.useMutation(settled)
  const reset = trpc.admin.placements.reset.useMutation(settled)
  return { save, reset }
}
