'use client'

import { type Placement, type PlacementPlan, SOURCE_NAMES } from '@selvedge/core'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { toast } from '@/components/toast'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'
import { OvertakenNote } from '../frame/overtaken-note'
import { useDraftOf } from '../frame/use-draft-of'
import { PLACEMENT_WORDS, sourceWords } from './words'

type PlanRow = { placement: Placement; plan: PlacementPlan; isHouse: boolean }

/** How each placement chooses: how many candidates each source may bring, and how the answer is composed. */
export const Placements = ({ first }: { first: readonly PlanRow[] }) => {
  const { data = first } = trpc.admin.placements.list.useQuery(undefined, { initialData: [...first] })
  return (
    <div className="flex flex-col gap-4">
      {data
        .filter(({ placement }) => placement !== 'listing')
        .map((row) => (
          <PlanForm key={row.placement} row={row} />
        ))}
    </div>
  )
}

const PlanForm = ({ row: { placement, plan, isHouse } }: { row: PlanRow }) => {
  const { base, draft, setDraft, isOvertaken, takeSaved } = useDraftOf(plan)
  const utils = trpc.useUtils()
  const settled = {
    onSuccess: () => {
      toast('The placement chooses by it now')
      void utils.admin.placements.list.invalidate()
    },
    onError: (error: Parameters<typeof errorWords>[0]) => void toast(errorWords(error).title, { tone: 'error' }),
  }
  const save = trpc.admin.placements.save.useMutation(settled)
  const reset = trpc.admin.placements.reset.useMutation(settled)
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
        <h2 className="font-display text-title">{PLACEMENT_WORDS[placement]}</h2>
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
        <div className="mt-2 grid grid-cols-2 gap-3 md:grid-cols-5 xl:grid-cols-9">
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
