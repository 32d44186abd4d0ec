import type { StaffAction } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { TableCell, TableRow } from '@/components/table'
import { actorWords } from '../frame/actor-words'
import { Moment } from '../frame/moment'
import { factsOf, outcomeWords, roomAndDeed } from './action-words'

const SHOWN = 3

/** One change: its first facts in sight, the rest behind a press. */
export const ActionRow = ({ action }: { action: StaffAction }) => {
  const { actor, actorName, askedAt, procedure, input, outcome, correlationId } = action
  const { room, deed } = roomAndDeed(procedure)
  const facts = factsOf(input)
  return (
    <TableRow className="align-top">
      <TableCell className="align-top text-soft">
        <Moment at={askedAt} look="short" />
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
          <Facts facts={[...facts.slice(SHOWN), ['trail', correlationId]]} />
        </details>
      </TableCell>
      <TableCell className="align-top">
        <Badge tone={outcome === 'done' ? 'plain' : 'thread'}>{outcomeWords(outcome)}</Badge>
      </TableCell>
    </TableRow>
  )
}

const Facts = ({ facts }: { facts: readonly (readonly [string, string])[] }) => (
  <dl className="grid grid-cols-[auto_1fr] gap-x-3 break-words">
    {facts.map(([name, value]) => (
      <div key={name} className="contents">
        <dt className="text-soft">{name}</dt>
        <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
      </div>
    ))}
  </dl>
)
