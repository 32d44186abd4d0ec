'use client'

import type { Placement, PlacementPlan } from '@selvedge/core'
import type { ReactNode } from 'react'
import { trpc } from '@/trpc/client'
import { LeverForm, type Writing } from './lever-form'
import { useLever } from './use-lever'
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
  const { placements } = utils.client.admin
  const lever = useLever(
    (draft: PlacementPlan) => placements.save.mutate({ placement, plan: draft }),
    () => placements.reset.mutate({ placement }),
    { said: 'The placement chooses by it now', readAgain: () => utils.admin.placements.list.invalidate() },
  )
  return (
    <LeverForm title={PLACEMENT_WORDS[placement]} saved={plan} isHouse={isHouse} {...lever}>
      {children}
    </LeverForm>
  )
}
