'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { tellFailure } from '../frame/tell-failure'
import { CONFLICT_WORDS, conflictDetail } from './conflict-words'

const ROWS = 50

/** Where a source's word and the books did not agree, newest first, until somebody has looked. */
export const ConflictList = () => {
  const [open, setOpen] = useState(true)
  const utils = trpc.useUtils()
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = trpc.admin.sources.conflicts.useInfiniteQuery(
    { open, limit: ROWS },
    { getNextPageParam: (page) => page.nextBefore ?? undefined },
  )
  const resolve = trpc.admin.sources.resolve.useMutation({
    onSuccess: () => utils.admin.sources.invalidate(),
    onError: tellFailure,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section aria-labelledby="conflicts" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="conflicts" className="label-caps text-soft">
          Conflicts
        </h2>
        <Checkbox
          label="Only those nobody has looked at"
          checked={open}
          onChange={(event) => setOpen(event.target.checked)}
        />
      </div>
      {rows.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          {data ? 'What the sources told fits the books.' : 'Looking'}
        </p>
      ) : (
        <Table caption="Conflicts, newest first">
          <TableHead>
            <tr>
              <TableHeading>When</TableHeading>
              <TableHeading>What</TableHeading>
              <TableHeading>SKU</TableHeading>
              <TableHeading>Source</TableHeading>
              <TableHeading>
                <span className="sr-only">Settle</span>
              </TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.id}>
                <TableCell>
                  <Moment at={row.at} look="short" />
                </TableCell>
                <TableCell>
                  <span className="font-medium">{CONFLICT_WORDS[row.kind]}</span>
                  <span className="block text-soft">{conflictDetail(row)}</span>
                </TableCell>
                <TableCell>
                  {row.recordId === undefined ? (
                    (row.sku ?? '')
                  ) : (
                    <Link href={`/admin/ledger/${row.recordId}`} prefetch={false} className="thread-link">
                      {row.sku}
                    </Link>
                  )}
                  <span className="block text-soft">{row.location}</span>
                </TableCell>
                <TableCell>
                  {row.sourceName}
                  {row.line === undefined ? null : <span className="block text-soft">line {row.line}</span>}
                </TableCell>
                <TableCell numeric>
                  {row.resolvedAt ? (
                    <span className="text-soft">settled</span>
                  ) : (
                    <Button tone="quiet" size="small" onClick={() => resolve.mutate({ conflictId: row.id })}>
                      Settled
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      {hasNextPage ? (
        <Button tone="quiet" className="self-start" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Older ones
        </Button>
      ) : null}
    </section>
  )
}
