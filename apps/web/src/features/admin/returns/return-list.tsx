'use client'

import { RETURN_STATES, type ReturnSummary } from '@selvedge/core'
import Link from 'next/link'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { LiveDot } from '@/components/live-dot'
import { Select } from '@/components/select'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { RETURN_REASON_WORDS, RETURN_STATE_WORDS } from '@/features/returns/return-words'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { RETURN_ROWS } from './return-rows'

/** The returns desk: what was asked for, what has come, what is done. */
export const ReturnList = ({ first }: { first: ReturnSummary[] }) => {
  const [chosen, setChosen] = useState('')
  const { list } = trpc.useUtils().admin.returns
  const state = RETURN_STATES.find((one) => one === chosen)
  const { data: rows = [], isError } = trpc.admin.returns.list.useQuery(
    { limit: RETURN_ROWS, ...(state ? { state } : {}) },
    {
      ...(state ? {} : { initialData: first }),
      placeholderData: (before) => before,
    },
  )
  const isTold = useStaffTopic('return', () => void list.invalidate())
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Returns" note="From the shopper's wish to the refund">
        <LiveDot live={isTold && !isError} />
      </PageHead>
      <Select
        aria-label="State"
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        className="w-auto max-w-64"
        options={[
          { value: '', label: 'Every state' },
          ...RETURN_STATES.map((value) => ({ value, label: RETURN_STATE_WORDS[value].badge })),
        ]}
      />
      {rows.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          Nothing is on its way back in this state.
        </p>
      ) : (
        <Table caption="Returns, newest first">
          <TableHead>
            <tr>
              <TableHeading>Label</TableHeading>
              <TableHeading>State</TableHeading>
              <TableHeading numeric>Pieces</TableHeading>
              <TableHeading>Why</TableHeading>
              <TableHeading>Order</TableHeading>
              <TableHeading>Asked for</TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.returnId}>
                <TableCell>
                  <Link href={`/admin/returns/${row.returnId}`} prefetch={false} className="thread-link font-medium">
                    {row.label}
                  </Link>
                </TableCell>
                <TableCell>
                  <Badge tone={RETURN_STATE_WORDS[row.state].tone}>{RETURN_STATE_WORDS[row.state].badge}</Badge>
                </TableCell>
                <TableCell numeric>{row.units}</TableCell>
                <TableCell>{row.reasons.map((reason) => RETURN_REASON_WORDS[reason]).join(', ')}</TableCell>
                <TableCell>
                  <Link href={`/admin/orders/${row.orderNumber}`} prefetch={false} className="thread-link">
                    {row.orderNumber}
                  </Link>
                  <span className="block text-soft">{row.email}</span>
                </TableCell>
                <TableCell>
                  <Moment at={row.requestedAt} look="short" />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}
