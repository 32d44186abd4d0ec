import { randomUUID } from 'node:crypto'
import {
  accept,
  type Inspected,
  type InspectReturn,
  inspectLine,
  type Observation,
  type Origin,
  type Result,
  type ReturnOutcome,
  type ReturnRejection,
  reject,
  type StaffReturn,
  type StockRejection,
} from '@selvedge/core'
import type pg from 'pg'
import { ensureRecords } from '../inventory/ensure-records'
import type { PgStockEngine } from '../inventory/stock-engine'
import { transactOrRefuse } from '../inventory/transact-or-refuse'
import { appendOrderEvent } from '../orders/append-order-event'
import { type LockedReturn, lockReturn } from './lock-return'
import { readReturn } from './read-returns'
import { sendReturnMessages } from './return-messages'

type Answer = Result<StaffReturn, ReturnRejection | StockRejection>

// What is refused goes back to the shopper: it was never ours again.
const ENTRIES = {
  restocked: 'ReturnedRestocked',
  quarantined: 'ReturnedQuarantined',
  'written-off': 'ReturnedWrittenOff',
} as const satisfies Record<Exclude<ReturnOutcome, 'refused'>, Observation['type']>

/** Decides one line: its pieces go to the shelf, aside or out, and the refund is written down to be given once. */
export const inspectReturn = (
  engine: Pick<PgStockEngine, 'transact'>,
  origin: Origin,
  request: InspectReturn,
): Promise<Answer> =>
  transactOrRefuse(engine, {
    plan: async (client) => {
      const locked = await lockReturn(client, request, ['received'])
      if (!locked.ok) return locked
      const line = await readLine(client, locked.value, request.lineNo)
      if (!line) return reject<ReturnRejection>({ code: 'RETURN_LINE_UNKNOWN', lineNo: request.lineNo })
      const inspected = inspectLine(line, request)
      if (!inspected.ok) return inspected
      const observations = await observe(client, locked.value, { line, inspected: inspected.value, request })
      const cause = { type: 'return', id: String(request.returnId) } as const
      const commands = observations.length === 0 ? [] : [{ kind: 'observe', origin, cause, observations } as const]
      return accept({ commands, locked: locked.value, inspected: inspected.value })
    },
    write: async (client, { locked, inspected }) => {
      await record(client, locked, { request, inspected })
      await appendOrderEvent(client, origin, {
        orderId: locked.orderId,
        type: 'return-inspected',
        facts: { returnId: locked.returnId, refundMinor: inspected.refundMinor },
        message: 'ReturnChanged',
      })
      await sendReturnMessages(client, origin, {
        returnId: locked.returnId,
        type: 'ReturnInspected',
        lineNo: request.lineNo,
      })
      const view = await readReturn(client, locked.returnId)
      if (!view) throw new Error(`return ${locked.returnId} vanished`)
      return view
    },
  })

type Line = Parameters<typeof inspectLine>[0] & { readonly variantId: number; readonly reason: string }
type LineRow = {
  line_no: number
  variant_id: number
  quantity: number
  reason: string
  decided: boolean
  total_minor: number
  ordered: number
  refunded_units: number
}

const readLine = async (
  client: pg.PoolClient,
  { returnId, orderId }: LockedReturn,
  lineNo: number,
): Promise<Line | undefined> => {
  const { rows } = await client.query<LineRow>(
    `SELECT l.line_no, l.variant_id, l.quantity, l.reason, jsonb_array_length(l.outcomes) > 0 AS decided, ol.total_minor,
      ol.quantity AS ordered, ol.cancelled + coalesce((SELECT sum(x.refund_units) FROM return_line x JOIN return_request r ON r.id = x.return_id
        WHERE r.order_id = $2 AND x.order_line_no = l.order_line_no), 0)::int AS refunded_units
    FROM return_line l JOIN order_line ol ON ol.order_id = $2 AND ol.line_no = l.order_line_no
    WHERE l.return_id = $1 AND l.line_no = $3`,
    [returnId, orderId, lineNo],
  )
  const row = rows[0]
  return (
    row && {
      lineNo,
      variantId: row.variant_id,
      quantity: row.quantity,
      reason: row.reason,
      decided: row.decided,
      orderLine: { totalMinor: row.total_minor, quantity: row.ordered },
      refundedUnits: row.refunded_units,
    }
  )
}

type Deciding = { readonly line: Line; readonly inspected: Inspected; readonly request: InspectReturn }

const observe = async (
  client: pg.PoolClient,
  { returnId, locationId }: LockedReturn,
  { line, inspected, request }: Deciding,
): Promise<Observation[]> => {
  if (locationId === undefined) throw new Error(`return ${returnId} was received nowhere`)
  const { variantId, lineNo, reason } = line
  const recordId = (await ensureRecords(client, locationId, [variantId])).get(variantId)
  if (recordId === undefined) throw new Error(`no record of ${variantId} at ${locationId}`)
  return [...inspected.outcomes].flatMap(([outcome, quantity]): Observation[] =>
    outcome === 'refused'
      ? []
      : [
          {
            variantId,
            recordId,
            type: ENTRIES[outcome],
            quantity,
            reason,
            ...(request.note === undefined ? {} : { note: request.note }),
            dedupeKey: `return-${returnId}-${lineNo}-${outcome}`,
          },
        ],
  )
}

/** The refund comes out of the payment that stands; its row is unique per line, so a line is refunded once. */
const record = async (
  client: pg.PoolClient,
  { returnId, orderId }: LockedReturn,
  { request, inspected }: Omit<Deciding, 'line'>,
): Promise<void> => {
  const outcomes = [...inspected.outcomes].map(([outcome, quantity]) => ({ outcome, quantity }))
  await client.query(
    'UPDATE return_line SET outcomes = $3, refund_units = $4, refund_minor = $5 WHERE return_id = $1 AND line_no = $2',
    [returnId, request.lineNo, JSON.stringify(outcomes), inspected.refundUnits, inspected.refundMinor],
  )
  if (inspected.refundMinor > 0)
    await client.query(
      `INSERT INTO refund (id, order_id, payment_id, return_id, line_no, amount_minor, created_at)
      SELECT $1, $2, p.id, $3, $4, $5, clock_timestamp() FROM payment p
      WHERE p.order_id = $2 AND p.state IN ('captured', 'refunded') ORDER BY p.created_at LIMIT 1`,
      [randomUUID(), orderId, returnId, request.lineNo, inspected.refundMinor],
    )
  await client.query(
    `UPDATE return_request r SET version = version + 1, note = coalesce($2, note),
      state = CASE WHEN open.lines = 0 THEN 'closed' ELSE state END,
      closed_at = CASE WHEN open.lines = 0 THEN clock_timestamp() END
    FROM (SELECT count(*) AS lines FROM return_line WHERE return_id = $1 AND jsonb_array_length(outcomes) = 0) open WHERE r.id = $1`,
    [returnId, request.note ?? null],
  )
}
