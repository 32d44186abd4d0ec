'use client'

import type { ExperimentDesign, ExperimentReadingView } from '@selvedge/core'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { GUARDRAIL_WORDS, percent } from './words'

const MISSING_MS = 30_000

/** What an experiment says so far; its intervals may be looked at at any time, and a broken ratio silences it. */
export const ExperimentReading = ({
  slug,
  name,
  guardrail: rail,
}: {
  slug: string
  name: string
  guardrail: ExperimentDesign['guardrail']
}) => {
  const { data } = trpc.admin.experiments.read.useQuery(
    { slug },
    // That a model can be read again is told by nobody.
    { refetchInterval: ({ state }) => (state.data?.missingArms.length ? MISSING_MS : false) },
  )
  if (!data) return <p className="mt-3 text-small text-soft">Reading</p>
  const { ratio, arms, varianceTaken, holdoutPeople, missingArms } = data
  const broken = arms.filter(({ guardrail }) => guardrail === 'broken')
  return (
    <div className="mt-4 flex flex-col gap-3">
      {missingArms.length > 0 ? (
        <p role="alert" className="border border-thread p-3 text-small">
          A model that {missingArms.join(' and ')} {missingArms.length > 1 ? 'ask' : 'asks'} for cannot be read. Until
          it can, everybody gets what the house has and nobody is counted; the experiment then goes on by itself.
        </p>
      ) : null}
      {ratio.isBroken ? (
        <p role="alert" className="border border-thread p-3 text-small">
          The arms are not of the sizes they should be (p = {ratio.p.toExponential(1)}): people are lost on the way.
          Nothing below can be believed until the reason is found.
        </p>
      ) : null}
      {broken.length > 0 ? (
        <p role="alert" className="border border-thread p-3 text-small">
          The guardrail is broken in {broken.map((arm) => arm.slug).join(', ')}: {GUARDRAIL_WORDS[rail.metric]} rose by
          more than {rail.maxRisePercent} % beyond doubt. Whatever else it shows, end it.
        </p>
      ) : null}
      <Table caption={`Arms of ${name}`}>
        <TableHead>
          <tr>
            <TableHeading>Arm</TableHeading>
            <TableHeading numeric>People</TableHeading>
            <TableHeading numeric>A person</TableHeading>
            <TableHeading>Difference, valid at any time</TableHeading>
            <TableHeading>So far</TableHeading>
            <TableHeading>
              Guardrail: {GUARDRAIL_WORDS[rail.metric]}, +{rail.maxRisePercent} % at most
            </TableHeading>
          </tr>
        </TableHead>
        <tbody>
          {arms.map(({ slug: arm, people, mean, guardrailMean, against, lookedAtOnce, guardrail }) => (
            <TableRow key={arm}>
              <TableCell className="font-medium">{arm}</TableCell>
              <TableCell numeric>{people.toLocaleString('en')}</TableCell>
              <TableCell numeric>{mean.toFixed(4)}</TableCell>
              <TableCell>{against ? intervalWords(against) : 'what it is compared with'}</TableCell>
              <TableCell>{against ? verdict(against, lookedAtOnce) : ''}</TableCell>
              <TableCell>
                {guardrailMean.toFixed(4)} a person{guardrail ? `: ${GUARD[guardrail]}` : ''}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      <p className="text-note text-soft">
        What people did before takes {percent(varianceTaken, 0)} of the noise. {holdoutPeople.toLocaleString('en')}{' '}
        people are kept out. Looking early is free here; ending as soon as a usual interval looks good is not.
      </p>
    </div>
  )
}

type Comparison = NonNullable<ExperimentReadingView['arms'][number]['against']>

const intervalWords = ({ difference, low, high }: Comparison): string =>
  low === undefined || high === undefined
    ? 'too few people yet'
    : `${difference.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)})`

const verdict = (against: Comparison, once: Comparison | undefined): string => {
  if (against.isDecided) return against.difference > 0 ? 'Better, beyond doubt' : 'Worse, beyond doubt'
  return once?.isDecided ? 'Looks decided, is not: keep going' : 'Open'
}

const GUARD = { kept: 'kept', open: 'not decided yet', broken: 'broken, end it' } as const
