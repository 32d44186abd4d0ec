'use client'

import type { Moment as PastMoment, StockFigure } from '@selvedge/core'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { actorWords } from '../frame/actor-words'
import { Moment } from '../frame/moment'
import { reasonWords } from '../frame/reason-words'
import { EntryCause } from '../ledger/entry-cause'
import { ENTRY_WORDS, signed } from '../ledger/entry-words'
import { STOCK_FIGURE_WORDS } from './figure-words'

const STEP = 20

/** Why a figure is what it is: the sum over the kinds of entry, and the entries themselves with their causes. */
export const WhyPanel = ({
  recordId,
  figure,
  moment,
}: {
  recordId: number
  figure: StockFigure
  moment: PastMoment
}) => {
  const [limit, setLimit] = useState(STEP)
  const { data, isError, isFetching } = trpc.admin.history.why.useQuery(
    { recordId, figure, moment, limit },
    { placeholderData: keepPreviousData },
  )
  const name = STOCK_FIGURE_WORDS[figure]
  if (isError) return <p role="alert">The entries did not come. Move the slider to ask again.</p>
  if (!data) return <p className="text-note text-soft">Adding up…</p>
  const count = data.terms.reduce((sum, term) => sum + term.entries, 0)
  return (
    <section aria-label={`Why ${name} is ${data.value}`} className="flex flex-col gap-3">
      <h2 className="font-display text-title">
        Why is {name.toLowerCase()} {data.value}?
      </h2>
      <p className="figures text-small">
        {data.terms.length === 0
          ? 'Nothing had moved it by then.'
          : data.terms.map(({ type, units, entries }, place) => (
              <span key={type}>
                {place > 0 ? ', ' : ''}
                <span className="font-medium">{signed(units) || '0'}</span> {ENTRY_WORDS[type].toLowerCase()}
                <span className="text-soft"> ({entries})</span>
              </span>
            ))}
      </p>
      {data.entries.length > 0 ? (
        <Table caption={`Entries that made ${name} ${data.value}, newest first`}>
          <TableHead>
            <tr>
              <TableHeading numeric>Version</TableHeading>
              <TableHeading>{moment.axis === 'effective' ? 'True since' : 'Recorded'}</TableHeading>
              <TableHeading>What</TableHeading>
              <TableHeading numeric>By</TableHeading>
              <TableHeading numeric>Then it was</TableHeading>
              <TableHeading>Cause</TableHeading>
              <TableHeading>Who</TableHeading>
              <TableHeading>Why</TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {data.entries.map((entry) => (
              <TableRow key={entry.version}>
                <TableCell numeric>{entry.version}</TableCell>
                <TableCell>
                  <Moment at={moment.axis === 'effective' ? entry.effectiveAt : entry.recordedAt} />
                  {entry.effectiveAt.getTime() === entry.recordedAt.getTime() ? null : (
                    <span className="block text-soft">
                      {moment.axis === 'effective' ? 'recorded' : 'true since'}{' '}
                      <Moment at={moment.axis === 'effective' ? entry.recordedAt : entry.effectiveAt} look="short" />
                    </span>
                  )}
                </TableCell>
                <TableCell>{ENTRY_WORDS[entry.type]}</TableCell>
                <TableCell numeric>{signed(entry.moved) || '0'}</TableCell>
                <TableCell numeric>{entry.after}</TableCell>
                <TableCell>
                  <EntryCause entry={entry} />
                </TableCell>
                <TableCell>{actorWords(entry)}</TableCell>
                <TableCell className="max-w-72 whitespace-normal">
                  {entry.reason ? reasonWords(entry.reason) : null}
                  {entry.note ? <span className="block text-soft">{entry.note}</span> : null}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : null}
      {data.entries.length < count ? (
        <Button
          tone="quiet"
          size="small"
          className="self-start"
          loading={isFetching}
          disabled={limit >= 100}
          onClick={() => setLimit((shown) => Math.min(100, shown + STEP))}
        >
          {limit >= 100 ? `${count} in all: the ledger has the rest` : 'Older ones'}
        </Button>
      ) : null}
    </section>
  )
}
