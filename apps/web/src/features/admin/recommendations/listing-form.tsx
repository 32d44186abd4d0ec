'use client'

import { LISTING_BLEND } from '@selvedge/core'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { OvertakenNote } from '../frame/overtaken-note'
import { useDraftOf } from '../frame/use-draft-of'
import type { PlanRow } from './placements'
import { usePlanLevers } from './use-plan-levers'
import { PLACEMENT_WORDS } from './words'

/** How much the shopper's own order weighs in listings; sources choose nothing there. */
export const ListingForm = ({ row: { placement, plan, isHouse } }: { row: PlanRow }) => {
  const { draft, setDraft, isOvertaken, takeSaved } = useDraftOf(plan)
  const { save, reset } = usePlanLevers()
  return (
    <form
      aria-label={PLACEMENT_WORDS[placement]}
      className="border border-rule bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ placement, plan: draft })
      }}
    >
      <div className="flex flex-wrap items-center gap-4">
        <h3 className="font-display text-lead">{PLACEMENT_WORDS[placement]}</h3>
        <span className="text-note text-soft">{isHouse ? 'As the house has it' : 'Changed here'}</span>
        <span className="ml-auto flex gap-2">
          {isHouse ? null : (
            <Button tone="quiet" size="small" loading={reset.isPending} onClick={() => reset.mutate({ placement })}>
              Back to the house’s
            </Button>
          )}
          <Button type="submit" size="small" loading={save.isPending}>
            Save
          </Button>
        </span>
      </div>
      {isOvertaken ? <OvertakenNote onTake={takeSaved} /> : null}
      <TextField
        className="mt-4 max-w-md"
        label="Weight of the shopper’s own order"
        hint="Under “For you” in the sort menu: 0 is the shop’s order alone, 1 theirs alone"
        type="number"
        min={0}
        max={1}
        step={0.05}
        value={draft.blend ?? LISTING_BLEND}
        onChange={({ target }) => setDraft((known) => ({ ...known, blend: Number(target.value) }))}
      />
    </form>
  )
}
