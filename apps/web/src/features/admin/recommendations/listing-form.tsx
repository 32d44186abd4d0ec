'use client'

import { LISTING_BLEND } from '@selvedge/core'
import { TextField } from '@/components/input'
import { PlacementFrame, type PlanRow } from './placement-frame'
import { numberIn, PLAN_FIELDS } from './plan-fields'

/** How much the shopper's own order weighs in listings; sources choose nothing there. */
export const ListingForm = ({ row }: { row: PlanRow }) => (
  <PlacementFrame row={row}>
    {({ draft, setDraft }) => (
      <TextField
        {...PLAN_FIELDS.blend}
        className="mt-4 max-w-form"
        label="Weight of the shopper’s own order"
        hint="Under “For you” in the sort menu: 0 is the shop’s order alone, 1 theirs alone"
        value={draft.blend ?? LISTING_BLEND}
        onChange={({ target: { value } }) => setDraft((known) => ({ ...known, blend: numberIn(value) }))}
      />
    )}
  </PlacementFrame>
)
