'use client'

import type { SyncSourceRow } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { AdminOnly } from '../frame/admin-powers'
import { age } from '../frame/age'

const state = (source: SyncSourceRow, nowMs: number) => {
  if (source.revokedAt) return <Badge>Revoked</Badge>
  if (!source.lastSeenAt) return <Badge tone="wait">Not heard yet</Badge>
  const silentMs = nowMs - source.lastSeenAt.getTime()
  return silentMs > source.expectedEveryMinutes * 60_000 ? (
    <Badge tone="thread">Silent</Badge>
  ) : (
    <Badge tone="good">Heard</Badge>
  )
}

const skew = (ms: number | undefined): string =>
  ms === undefined || ms === 0 ? 'right' : `${Math.round(Math.abs(ms) / 1_000)} s ${ms > 0 ? 'fast' : 'slow'}`

/** How each source does: when it was heard, how late its word was, whose clock is off. */
export const SourceTable = ({
  sources,
  nowMs,
  onRotate,
  onRevoke,
}: {
  sources: readonly SyncSourceRow[]
  nowMs: number
  onRotate: (source: SyncSourceRow) => void
  onRevoke: (source: SyncSourceRow) => void
}) => (
  <Table caption="Sources">
    <TableHead>
      <tr>
        <TableHeading>Source</TableHeading>
        <TableHeading>Speaks for</TableHeading>
        <TableHeading>State</TableHeading>
        <TableHeading numeric>Last seen</TableHeading>
        <TableHeading numeric>Lag</TableHeading>
        <TableHeading>Clock</TableHeading>
        <TableHeading numeric>Messages</TableHeading>
        <TableHeading numeric>Missing</TableHeading>
        <TableHeading numeric>Conflicts</TableHeading>
        <TableHeading>
          <span className="sr-only">Change</span>
        </TableHeading>
      </tr>
    </TableHead>
    <tbody>
      {sources.map((source) => (
        <TableRow key={source.id}>
          <TableCell>
            <span className="font-medium">{source.name}</span>
            <span className="block text-soft">{source.keyId}</span>
          </TableCell>
          <TableCell>{source.locationCode ?? 'Every location'}</TableCell>
          <TableCell>{state(source, nowMs)}</TableCell>
          <TableCell numeric>{source.lastSeenAt ? age(nowMs - source.lastSeenAt.getTime()) : ''}</TableCell>
          <TableCell numeric>{source.lastLagMs === undefined ? '' : age(source.lastLagMs)}</TableCell>
          <TableCell>{source.lastSeenAt ? skew(source.lastSkewMs) : ''}</TableCell>
          <TableCell numeric>{source.messages.toLocaleString('en-GB')}</TableCell>
          <TableCell numeric>{source.missingMessages}</TableCell>
          <TableCell numeric>{source.openConflicts}</TableCell>
          <TableCell numeric>
            {source.revokedAt ? null : (
              <AdminOnly>
                <span className="inline-flex gap-2">
                  <Button
                    tone="quiet"
                    size="small"
                    aria-label={`New secret for ${source.name}`}
                    onClick={() => onRotate(source)}
                  >
                    New secret
                  </Button>
                  <Button
                    tone="quiet"
                    size="small"
                    aria-label={`Revoke ${source.name}`}
                    onClick={() => onRevoke(source)}
                  >
                    Revoke
                  </Button>
                </span>
              </AdminOnly>
            )}
          </TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)
