import type { Binding, PromiseKind, SupplyLine } from '@selvedge/core'
import type pg from 'pg'

/** An order line's open promise with its bindings; none while it is being made. */
export type OpenPromise = {
  readonly promiseId: number
  readonly recordId: number
  readonly variantId: number
  readonly orderId: string
  readonly lineNo: number
  readonly open: number
  readonly kind: PromiseKind
  readonly shipBy: string | null
  readonly madeOn: string
  readonly bindings: readonly Binding[]
}

/** A hold, or units just committed, that draw on supply to come and are no promise yet. */
export type PendingUnits = {
  readonly recordId: number
  readonly cartId: string
  readonly holdId: string
  readonly units: number
}

export type OpenLine = SupplyLine & { readonly recordId: number; readonly presale: boolean }

export type PlaceOfRecord = {
  readonly recordId: number
  readonly variantId: number
  readonly backorderUnits: number
  /** From the promise to the parcel: replenishment and the place's handling. */
  readonly backorderDays: number
}

export type WaitingFor = {
  readonly today: string
  readonly places: ReadonlyMap<number, PlaceOfRecord>
  readonly promises: readonly OpenPromise[]
  readonly pending: readonly PendingUnits[]
  readonly lines: readonly OpenLine[]
}

type Row =
  | { kind: 'place'; body: PlaceOfRecord & { today: string } }
  | { kind: 'promise'; body: OpenPromise }
  | { kind: 'pending'; body: PendingUnits }
  | { kind: 'line'; body: OpenLine }

/**
 * Who waits for these records and what is on its way to them, in one statement: the queue in the order it was made,
 * holds behind it in the order they were taken, shipment lines that are still expected.
 */
const WAITING = {
  name: 'supply-waiting',
  text: `SELECT 'place' AS kind, 0::bigint AS nth, jsonb_build_object('recordId', r.id, 'variantId', r.variant_id,
      'today', to_char(clock_timestamp(), 'YYYY-MM-DD'), 'backorderUnits', coalesce(b.units, 0),
      'backorderDays', coalesce(b.lead_days, 0) + l.lead_days) AS body
    FROM inventory_record r JOIN location l ON l.id = r.location_id LEFT JOIN backorder_allowance b ON b.record_id = r.id
    WHERE r.id = ANY($1::int[])
  UNION ALL
  SELECT 'promise', p.id, jsonb_build_object('promiseId', p.id, 'recordId', p.record_id, 'variantId', p.variant_id, 'orderId', p.order_id,
      'lineNo', p.line_no, 'open', p.quantity - p.kept, 'kind', p.kind, 'shipBy', p.ship_by, 'madeOn', to_char(p.made_at, 'YYYY-MM-DD'),
      'bindings', coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('source', b.source, 'units', b.units,
        'shipmentLineId', b.shipment_line_id, 'shipsOn', b.ship_by)) ORDER BY b.nth) FROM supply_binding b WHERE b.promise_id = p.id), '[]'))
    FROM supply_promise p WHERE p.state = 'open' AND p.record_id = ANY($1::int[])
  UNION ALL
  SELECT 'pending', (extract(epoch FROM r.held_at) * 1000)::bigint, jsonb_build_object('recordId', r.record_id, 'cartId', r.cart_id,
      'holdId', r.id, 'units', r.future_units)
    FROM reservation r WHERE r.record_id = ANY($1::int[]) AND r.future_units > 0 AND r.state IN ('held', 'committed')
      AND r.resolution IS DISTINCT FROM 'allocation-released'
      AND NOT EXISTS (SELECT 1 FROM supply_promise p WHERE p.cart_id = r.cart_id AND p.hold_id = r.id AND p.record_id = r.record_id)
  UNION ALL
  SELECT 'line', sl.id, jsonb_build_object('recordId', sl.record_id, 'shipmentLineId', sl.id, 'presale', sl.presale,
      'shipsOn', to_char(s.expected_on + l.lead_days, 'YYYY-MM-DD'), 'outstanding', sl.expected - sl.received - sl.damaged)
    FROM inbound_shipment_line sl JOIN inbound_shipment s ON s.id = sl.shipment_id JOIN location l ON l.id = s.location_id
    WHERE sl.record_id = ANY($1::int[]) AND NOT sl.closed AND s.state IN ('expected', 'part_received')
      AND sl.expected > sl.received + sl.damaged
  ORDER BY kind, nth`,
}

/** Reads the queues of these records; under their locks it is what a decision may rest on. */
export const readWaiting = async (
  client: pg.Pool | pg.PoolClient,
  recordIds: readonly number[],
): Promise<WaitingFor> => {
  const { rows } = await client.query<Row>({ ...WAITING, values: [recordIds] })
  const places = new Map<number, PlaceOfRecord>()
  const promises: OpenPromise[] = []
  const pending: PendingUnits[] = []
  const lines: OpenLine[] = []
  let today = ''
  for (const row of rows) {
    if (row.kind === 'promise') promises.push(row.body)
    else if (row.kind === 'pending') pending.push(row.body)
    else if (row.kind === 'line') lines.push(row.body)
    else {
      today = row.body.today
      places.set(row.body.recordId, row.body)
    }
  }
  return { today, places, promises, pending, lines }
}
