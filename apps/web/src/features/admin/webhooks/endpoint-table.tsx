'use client'

import type { WebhookEndpointRow } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { AdminOnly } from '../frame/admin-powers'
import { age } from '../frame/age'

export type EndpointActions = {
  onShow: (endpoint: WebhookEndpointRow) => void
  onRetry: (endpoint: WebhookEndpointRow) => void
  onState: (endpoint: WebhookEndpointRow, state: 'active' | 'disabled') => void
  onRotate: (endpoint: WebhookEndpointRow) => void
  onRemove: (endpoint: WebhookEndpointRow) => void
}

const state = (endpoint: WebhookEndpointRow) => {
  if (endpoint.state === 'disabled') return <Badge>Off</Badge>
  if (endpoint.failures > 0) return <Badge tone="thread">Failing</Badge>
  return endpoint.lastDeliveredAt ? <Badge tone="good">Taken</Badge> : <Badge tone="wait">Nothing sent</Badge>
}

const waits = ({ nextAttemptAt, failures }: WebhookEndpointRow, nowMs: number): string => {
  if (!nextAttemptAt) return ''
  const leftMs = nextAttemptAt.getTime() - nowMs
  return `try ${failures + 1} ${leftMs > 1_000 ? `in ${age(leftMs)}` : 'now'}`
}

/** Each receiver with what waits for it, how it does, and what can be done about it. */
export const EndpointTable = ({
  endpoints,
  shownId,
  nowMs,
  onShow,
  onRetry,
  onState,
  onRotate,
  onRemove,
}: EndpointActions & { endpoints: readonly WebhookEndpointRow[]; shownId: string | undefined; nowMs: number }) => (
  <Table caption="Receivers of stock changes">
    <TableHead>
      <tr>
        <TableHeading>Receiver</TableHeading>
        <TableHeading>Hears of</TableHeading>
        <TableHeading>State</TableHeading>
        <TableHeading numeric>Waiting</TableHeading>
        <TableHeading numeric>Taken, 24 h</TableHeading>
        <TableHeading numeric>Last taken</TableHeading>
        <TableHeading>
          <span className="sr-only">Change</span>
        </TableHeading>
      </tr>
    </TableHead>
    <tbody>
      {endpoints.map((endpoint) => (
        <TableRow key={endpoint.id} aria-selected={endpoint.id === shownId}>
          <TableCell>
            <button type="button" className="thread-hover text-left font-medium" onClick={() => onShow(endpoint)}>
              {endpoint.name}
              <span className="sr-only">, show its deliveries</span>
            </button>
            <span className="block max-w-form truncate text-soft">{endpoint.url}</span>
          </TableCell>
          <TableCell>{endpoint.locationCode ?? 'Every location'}</TableCell>
          <TableCell>
            {state(endpoint)}
            <span className="block max-w-form truncate text-soft">
              {endpoint.disabledReason ?? endpoint.lastError ?? ''} {waits(endpoint, nowMs)}
            </span>
          </TableCell>
          <TableCell numeric>{endpoint.pending.toLocaleString('en-GB')}</TableCell>
          <TableCell numeric>{endpoint.delivered24h.toLocaleString('en-GB')}</TableCell>
          <TableCell numeric>
            {endpoint.lastDeliveredAt ? age(nowMs - endpoint.lastDeliveredAt.getTime()) : ''}
          </TableCell>
          <TableCell numeric>
            <span className="inline-flex gap-2">
              {endpoint.failures > 0 && endpoint.state === 'active' ? (
                <Button
                  tone="quiet"
                  size="small"
                  aria-label={`Try ${endpoint.name} now`}
                  onClick={() => onRetry(endpoint)}
                >
                  Try now
                </Button>
              ) : null}
              <AdminOnly>
                <Button
                  tone="quiet"
                  size="small"
                  aria-label={`New secret for ${endpoint.name}`}
                  onClick={() => onRotate(endpoint)}
                >
                  New secret
                </Button>
                <Button
                  tone="quiet"
                  size="small"
                  aria-label={`${endpoint.state === 'active' ? 'Switch off' : 'Switch on'} ${endpoint.name}`}
                  onClick={() => onState(endpoint, endpoint.state === 'active' ? 'disabled' : 'active')}
                >
                  {endpoint.state === 'active' ? 'Switch off' : 'Switch on'}
                </Button>
                <Button
                  tone="quiet"
                  size="small"
                  aria-label={`Remove ${endpoint.name}`}
                  onClick={() => onRemove(endpoint)}
                >
                  Remove
                </Button>
              </AdminOnly>
            </span>
          </TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)
