'use client'

import type { CountSummary } from '@selvedge/core'
import Link from 'next/link'
import { Badge } from '@/components/badge'
import { LiveDot } from '@/components/live-dot'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { COUNT_ROWS, COUNT_STATE_WORDS, differenceWords, progressWords } from './count-words'
import { OpenCount } from './open-count'

type Props = { first: CountSummary[]; places: readonly { id: number; code: string; name: string }[] }

/** Every cycle count, newest first. */
export const CountList = ({ first, places }: Props) => {
  const {
    data: rows,
    isError,
    refetch,
  } = trpc.admin.counts.list.useQuery({ limit: COUNT_ROWS }, { initialData: first })
  const isTold = useStaffTopic('count', () => void refetch())
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Counts" note="What is on the shelf, against what the books say">
        <LiveDot live={isTold && !isError} />
        <OpenCount places={places} />
      </PageHead>
      {rows.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          Nothing has been counted yet. A count of one brand at one place takes a few minutes with a phone.
        </p>
      ) : (
        <Table caption="Counts, newest first">
          <TableHead>
            <tr>
              <TableHeading>Number</TableHeading>
              <TableHeading>Place</TableHeading>
              <TableHeading>What</TableHeading>
              <TableHeading>State</TableHeading>
              <TableHeading>Counted</TableHeading>
              <TableHeading numeric>Difference</TableHeading>
              <TableHeading>Opened</TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.countId}>
                <TableCell>
                  <Link href={`/admin/counts/${row.countId}`} prefetch={false} className="thread-link font-medium">
                    C-{row.countId}
                  </Link>
                </TableCell>
                <TableCell>{row.location.code}</TableCell>
                <TableCell>{row.filter}</TableCell>
                <TableCell>
                  <Badge tone={COUNT_STATE_WORDS[row.state].tone}>{COUNT_STATE_WORDS[row.state].badge}</Badge>
                </TableCell>
                <TableCell>{progressWords(row)}</TableCell>
                <TableCell numeric className={row.difference ? 'text-thread' : 'text-soft'}>
                  {row.difference === undefined ? 'blind' : differenceWords(row.difference)}
                </TableCell>
                <TableCell>
                  <Moment at={row.createdAt} look="short" />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}
