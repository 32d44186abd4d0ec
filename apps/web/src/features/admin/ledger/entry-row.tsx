import { classNames } from '@/components/class-names'
import { TableCell, TableRow } from '@/components/table'
import { actorWords, shortId } from '../frame/actor-words'
import { Moment } from '../frame/moment'
import { reasonWords } from '../frame/reason-words'
import type { BalancedEntry } from '../stock/rows'
import { EntryCause } from './entry-cause'
import { ENTRY_WORDS, effectWords, entryEffect, FIGURES, signed } from './entry-words'

const Balance = ({ after, moved }: { after: number; moved: number }) => (
  <TableCell numeric className={classNames(after === 0 && moved === 0 && 'text-soft')}>
    {moved === 0 ? null : (
      <span aria-hidden="true" className={classNames('pr-2', moved > 0 ? 'text-kelp' : 'text-thread')}>
        {signed(moved)}
      </span>
    )}
    {after}
  </TableCell>
)

/** One entry: what, by how much, what it left, who and why. */
export const EntryRow = ({ entry }: { entry: BalancedEntry }) => {
  const { after } = entry
  const effect = entryEffect(entry)
  const isEarlier = entry.effectiveAt.getTime() !== entry.recordedAt.getTime()
  return (
    <TableRow>
      <TableCell numeric>{entry.version}</TableCell>
      <TableCell>
        <Moment at={entry.recordedAt} />
        {isEarlier ? (
          <span className="block text-soft">
            true since <Moment at={entry.effectiveAt} look="short" />
          </span>
        ) : null}
      </TableCell>
      <TableCell>
        <span className="font-medium">{ENTRY_WORDS[entry.type]}</span>
        <span className="block text-soft">{effectWords(entry)}</span>
      </TableCell>
      {FIGURES.map((figure) => (
        <Balance key={figure} after={after[figure]} moved={effect[figure]} />
      ))}
      <TableCell>{actorWords(entry)}</TableCell>
      <TableCell className="max-w-72 whitespace-normal">
        {entry.reason ? reasonWords(entry.reason) : null}
        {entry.note ? <span className="block text-soft">{entry.note}</span> : null}
        {entry.expiresAt ? (
          <span className="block text-soft">
            until <Moment at={entry.expiresAt} look="clock" />
          </span>
        ) : null}
      </TableCell>
      <TableCell>
        <EntryCause entry={entry} />
        {entry.reservationId ? (
          <span className="block text-soft" title={entry.reservationId}>
            Hold {shortId(entry.reservationId)}
          </span>
        ) : null}
      </TableCell>
      <TableCell className="text-soft" title={entry.correlationId}>
        {shortId(entry.correlationId)}
      </TableCell>
    </TableRow>
  )
}
