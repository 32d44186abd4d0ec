'use client'

import { LISTING_BLEND } from '@selvedge/core'
import { TextField } from '@/components/input'
import { useDraftOf } from '../frame/use-draft-of'
import { LeverForm } from './lever-form'
import { numberIn, PLAN_FIELDS } from './plan-fields'
import { type PlanRow, usePlanLevers } from './use-plan-levers'
import { PLACEMENT_WORDS } from './words'

/** How much the shopper's own order weighs in listings; sources choose nothing there. */
export const ListingForm = ({ row: { placement, plan, isHouse } }: { row: PlanRow }) => {
  const { draft, setDraft, isOvertaken, takeSaved } = useDraftOf(plan)
  const { save, reset } = usePlanLevers()
  return (
    <LeverForm
      title={PLACEMENT_WORDS[placement]}
      isHouse={isHouse}
      isOvertaken={isOvertaken}
      onTakeSaved={takeSaved}
      isSaving={save.isPending}
      onSave={() => save.mutate({ placement, plan: draft })}
      isResetting={reset.isPending}
      onReset={() => reset.mutate({ placement })}
    >
      <TextField
        {...PLAN_FIELDS.blend}
        className="mt-4 max-w-form"
        label="Weight of the shopper’s own order"
        hint="Under “For you” in the sort menu: 0 is the shop’s order alone, 1 theirs alone"
        value={draft.blend ?? LISTING_BLEND}
        onChange={({ target: { value } }) => setDraft((known) => ({ ...known, blend: numberIn(value) }))}
      />
    </LeverForm>
  )
}
