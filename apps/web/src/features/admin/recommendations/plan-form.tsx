'use client'

import { laterDaysOf, type PlacementPlan, SOURCE_NAMES } from '@selvedge/core'
import { TextField } from '@/components/input'
import type { Writing } from './lever-form'
import { PlacementFrame, type PlanRow } from './placement-frame'
import { COMPOSED_BY, numberIn, PLAN_FIELDS, type PlanNumber, QUOTA_FIELD, slotsIn, slotsText } from './plan-fields'
import { sourceWords } from './words'

/** From which sources a placement chooses, and how its answer is composed. */
export const PlanForm = ({ row }: { row: PlanRow }) => (
  <PlacementFrame row={row}>{(writing) => <PlanFields placement={row.placement} {...writing} />}</PlacementFrame>
)

const HINTS: Readonly<Partial<Record<PlanNumber, string>>> = {
  lambda: '1 is relevance alone',
  laterDays: '0 shows only what can be had now',
}

type PlanFieldsProps = Writing<PlacementPlan> & Pick<PlanRow, 'placement'>

const PlanFields = ({ placement, base, draft, setDraft }: PlanFieldsProps) => {
  const change = (changed: (known: PlacementPlan) => Partial<PlacementPlan>): void =>
    setDraft((known) => ({ ...known, ...changed(known) }))
  return (
    <>
      <fieldset className="mt-4">
        <legend className="label-caps text-soft">Candidates by source, at most {QUOTA_FIELD.max} each</legend>
        <div className="mt-2 grid grid-cols-2 items-end gap-3 md:grid-cols-4 xl:grid-cols-6">
          {SOURCE_NAMES.map((source) => (
            <TextField
              key={source}
              {...QUOTA_FIELD}
              label={sourceWords(source)}
              value={draft.quotas[source] ?? 0}
              onChange={({ target: { value } }) =>
                change(({ quotas }) => ({ quotas: { ...quotas, [source]: numberIn(value) } }))
              }
            />
          ))}
        </div>
      </fieldset>
      {/* Five of them: the last, which holds a list, takes the room of two where a row would be left with a gap. */}
      <div className="mt-4 grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-5">
        {COMPOSED_BY.map((name) => (
          <TextField
            key={name}
            {...PLAN_FIELDS[name]}
            hint={HINTS[name]}
            value={name === 'laterDays' ? laterDaysOf(placement, draft) : draft[name]}
            onChange={({ target: { value } }) => change(() => ({ [name]: numberIn(value) }))}
          />
        ))}
        <TextField
          key={base.exploreAt.join()}
          className="col-span-2 xl:col-span-1"
          label="Places that try something out"
          hint="Up to two, from 1, as in 7, 16"
          defaultValue={slotsText(draft.exploreAt)}
          onChange={({ target: { value } }) => change(() => ({ exploreAt: slotsIn(value) }))}
        />
      </div>
    </>
  )
}
