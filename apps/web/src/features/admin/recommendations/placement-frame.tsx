'use client'

import type { Placement, PlacementPlan } from '@selvedge/core'
import type { ReactNode } from 'react'
import { trpc } from '@/trpc/client'
import { LeverForm, type Writing } from './lever-form'
import { leverSettled } from './lever-settled'
import { PLACEMENT_WORDS } from './words'

export type PlanRow = { placement: Placement; plan: PlacementPlan; isHouse: boolean }

/** The form of one placement: its row in, what is being written of its plan out. It keeps the plan, or gives it back to the house. */
export const PlacementFrame = ({
  row: { placement, plan, isHouse },
  children,
}: {
  row: PlanRow
  children: (writing: Writing<PlacementPlan>) => ReactNode
}) => {
  const utils = trpc.useUtils()
  const settled = leverSettled('The placement chooses by it now', () => utils.admin.placements.list.invalidate())
  const save = trpc.admin.placements.save.useMutation(settled)
  const reset = trpc.admin.placements.reset.useMutation(settled)
  return (
    <LeverForm
      title={PLACEMENT_WORDS[placement]}
      saved={plan}
      isHouse={isHouse}
      isSaving={save.isPending}
      onSave={(draft) => save.mutate({ placement, plan: draft })}
      isResetting={reset.isPending}
      onReset={() => reset.mutate({ placement })}
    >
      {children}
    </LeverForm>
  )
}
