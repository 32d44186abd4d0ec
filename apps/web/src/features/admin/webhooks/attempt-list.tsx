'use client'

import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'

/** The last tries to hand an endpoint its changes, newest first. */
export const AttemptList = ({ endpointId, name }: { endpointId: string; name: string }) => {
  const { data } = trpc.admin.endpoints.attempts.useQuery({ endpointId })
  if (!data || data.length === 0)
    return (
      <p className="border border-rule bg-raised p-6 text-small text-soft">
        {data ? 'Nothing was sent yet: no stock has moved since it listens.' : 'Looking'}
      </p>
    )
  return (
    <Table caption={`Deliveries to ${name}, newest first`}>
      <TableHead>
        <tr>
          <TableHeading>When</TableHeading>
          <TableHeading>Outcome</TableHeading>
          <TableHeading numeric>Changes</TableHeading>
          <TableHeading numeric>Numbers</TableHeading>
          <TableHeading numeric>Took</TableHeading>
        </tr>
      </TableHead>
      <tbody>
        {data.map((attempt) => (
          <TableRow key={attempt.id}>
            <TableCell>
              <Moment at={attempt.at} look="clock" />
            </TableCell>
            <TableCell className={attempt.error === undefined ? 'text-kelp' : 'text-thread'}>
              {attempt.error ?? `taken (${attempt.status})`}
            </TableCell>
            <TableCell numeric>{attempt.changes}</TableCell>
            <TableCell numeric>
              {attempt.firstSeq} to {attempt.lastSeq}
            </TableCell>
            <TableCell numeric>{attempt.tookMs} ms</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
