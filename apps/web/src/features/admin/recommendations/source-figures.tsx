import type { Inspection } from '@selvedge/core'
import { filterWords, signed, sourceWords } from './words'

/** Where candidates came from, what took the others, and what is known of the shopper. */
export const SourceFigures = ({ inspection }: { inspection: Inspection }) => {
  const { bySource, refusedByFilter, tastes, sizes, versions, isKnown, person, anchor } = inspection
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
      <Figures title="Candidates by source" rows={Object.entries(bySource).map(([key, n]) => [sourceWords(key), n])} />
      <Figures
        title="Taken by filters"
        rows={Object.entries(refusedByFilter).map(([key, n]) => [filterWords(key), n])}
        none="Nothing"
      />
      <Figures
        title={person ? `Known of ${person}` : 'Known of the shopper'}
        rows={[
          ...(anchor ? [['Stands beside', anchor.title] as const] : []),
          ...inspection.experiments.map(({ experiment, arm }) => [`Experiment ${experiment}`, arm] as const),
          ...sizes.map(({ category, sizes: worn }): [string, string] => [`Size in ${category}`, worn.join(', ')]),
          ...tastes
            .slice(0, 8)
            .map(({ term, weight, when }): [string, string] => [
              `${term}${when === 'now' ? ', this visit' : ''}`,
              signed(weight),
            ]),
        ]}
        note={inspection.isImpersonal ? 'An experiment keeps everything personal out' : undefined}
        none={isKnown ? 'Nothing yet' : 'Nobody known: as for a first visit'}
      />
      <Figures title="Answered by" rows={Object.entries(versions)} />
    </div>
  )
}

const Figures = ({
  title,
  rows,
  note,
  none = 'None',
}: {
  title: string
  note?: string | undefined
  rows: readonly (readonly [string, string | number])[]
  none?: string
}) => (
  <section className="border border-rule bg-raised p-4">
    <h2 className="label-caps text-soft">{title}</h2>
    {note ? <p className="mt-2 text-small text-soft">{note}</p> : null}
    {rows.length === 0 ? <p className="mt-2 text-small text-soft">{none}</p> : null}
    <dl className="figures mt-2 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-small">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="min-w-0 break-words">{label}</dt>
          <dd className="max-w-40 truncate text-right text-soft" title={String(value)}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  </section>
)
