'use client'

import { type Placement, type PlacementPlan, SOURCE_NAMES } from '@selvedge/core'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { trpc } from '@/trpc/client'
import { OvertakenNote } from '../frame/overtaken-note'
import { useDraftOf } from '../frame/use-draft-of'
import { ListingForm } from './listing-form'
import { PageForm, type PageRow } from './page-form'
import { usePlanLevers } from './use-plan-levers'
import { PLACEMENT_WORDS, sourceWords } from './words'

export type PlanRow = { placement: Placement; plan: PlacementPlan; isHouse: boolean }

/** What stands where on the shop's pages; how each placement chooses, and how its answer is composed. */
export const Placements = ({ first, pages }: { first: readonly PlanRow[]; pages: readonly PageRow[] }) => {
  const { data = first } = trpc.admin.placements.list.useQuery(undefined, { initialData: [...first] })
  const { data: drawn = pages } = trpc.admin.placements.pages.useQuery(undefined, {
    initialData: pages.map(({ rails, ...rest }) => ({ ...rest, rails: [...rails] })),
  })
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="on-pages" className="flex flex-col gap-4">
        <h2 id="on-pages" className="font-display text-title">
          What stands on the pages
        </h2>
        <p className="max-w-prose text-small text-soft">
          In this order, below the head of the page. An empty title is the house’s own; strangers read “To begin with”
          over the feed whatever it is called.
        </p>
        {drawn.map((row) => (
          <PageForm key={row.page} row={row} />
        ))}
      </section>
      <section aria-labelledby="how-chosen" className="flex flex-col gap-4">
        <h2 id="how-chosen" className="font-display text-title">
          How it is chosen
        </h2>
        {data.map((row) =>
          row.placement === 'listing' ? (
            <ListingForm key={row.placement} row={row} />
          ) : (
            <PlanForm key={row.placement} row={row} />
          ),
        )}
      </section>
    </div>
  )
}

const PlanForm = ({ row: { placement, plan, isHouse } }: { row: PlanRow }) => {
  const { base, draft, setDraft, isOvertaken, takeSaved } = useDraftOf(plan)
  const { save, reset } = usePlanLevers()
  const number = (text: string): number => (Number.isFinite(Number(text)) ? Number(text) : 0)
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
      <fieldset className="mt-4">
        <legend className="label-caps text-soft">Candidates by source, at most 200 each</legend>
        <div className="mt-2 grid grid-cols-2 items-end gap-3 md:grid-cols-4 xl:grid-cols-6">
          {SOURCE_NAMES.map((source) => (
            <TextField
              key={source}
              label={sourceWords(source)}
              type="number"
              min={0}
              max={200}
              value={draft.quotas[source] ?? 0}
              onChange={({ target }) =>
                setDraft((known) => ({ ...known, quotas: { ...known.quotas, [source]: number(target.value) } }))
              }
            />
          ))}
        </div>
      </fieldset>
      <div className="mt-4 grid grid-cols-2 gap-3 md:grid-cols-4">
        <TextField
          label="Relevance against difference"
          hint="1 is relevance alone"
          type="number"
          min={0}
          max={1}
          step={0.05}
          value={draft.lambda}
          onChange={({ target }) => setDraft((known) => ({ ...known, lambda: number(target.value) }))}
        />
        <TextField
          label="Of one brand at most"
          type="number"
          min={1}
          max={1_000}
          value={draft.brandMax}
          onChange={({ target }) => setDraft((known) => ({ ...known, brandMax: number(target.value) }))}
        />
        <TextField
          label="Of one category at most"
          type="number"
          min={1}
          max={1_000}
          value={draft.categoryMax}
          onChange={({ target }) => setDraft((known) => ({ ...known, categoryMax: number(target.value) }))}
        />
        <TextField
          key={base.exploreAt.join()}
          label="Places that try something out"
          hint="Up to two, from 1, as in 7, 16"
          defaultValue={draft.exploreAt.map((slot) => slot + 1).join(', ')}
          onChange={({ target }) =>
            setDraft((known) => ({
              ...known,
              exploreAt: target.value
                .split(',')
                .map((text) => Number(text.trim()) - 1)
                .filter((slot) => Number.isInteger(slot) && slot >= 0)
                .slice(0, 2),
            }))
          }
        />
      </div>
    </form>
  )
}
