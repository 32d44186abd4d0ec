import type { StaffAction } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { TableCell, TableRow } from '@/components/table'
import { actorWords } from '../frame/actor-words'
import { Moment } from '../frame/moment'
import { type Fact, factsOf, outcomeWords, type PlaceNames, roomAndDeed } from './action-words'

const SHOWN = 3

/** One change: its first facts in sight, the rest behind a press. On a phone its outcome stands under its moment, in sight without scrolling. */
export const ActionRow = ({ action, places }: { action: StaffAction; places: PlaceNames }) => {
  const { actor, actorName, askedAt, procedure, input, before, outcome, correlationId } = action
  const { room, deed } = roomAndDeed(procedure)
  const facts = factsOf(input, before, places)
  const badge = <Badge tone={outcome === 'done' ? 'plain' : 'thread'}>{outcomeWords(outcome)}</Badge>
  return (
    <TableRow className="align-top">
      <TableCell className="align-top text-soft">
        <Moment at={askedAt} look="short" />
        <span className="block pt-1 sm:hidden">{badge}</span>
      </TableCell>
      <TableCell className="align-top">
        {actorWords(actorName === undefined ? { actor } : { actor, actorName })}
      </TableCell>
      <TableCell className="align-top">
        <span className="font-medium">{deed}</span>
        <span className="block text-soft">{room}</span>
      </TableCell>
      <TableCell className="min-w-60 align-top whitespace-normal">
        <Facts facts={facts.slice(0, SHOWN)} />
        <details className="text-soft">
          <summary className="w-fit cursor-pointer underline underline-offset-4">
            {facts.length > SHOWN ? `${facts.length - SHOWN} more, and its trail` : 'Its trail'}
          </summary>
          <Facts facts={[...facts.slice(SHOWN), { name: 'trail', value: correlationId }]} />
        </details>
      </TableCell>
      <TableCell className="align-top max-sm:hidden">{badge}</TableCell>
    </TableRow>
  )
}

const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="grid grid-cols-[auto_1fr] gap-x-3 break-words">
    {facts.map(({ name, value, was }) => (
      <div key={name} className="contents">
        <dt className="text-soft">{name}</dt>
        <dd className="min-w-0 [overflow-wrap:anywhere]">
          {value}
          {was === undefined ? null : <span className="text-soft">, was {was}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
