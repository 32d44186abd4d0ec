import { incomingAt, type LineEvent, type LineStory, type TimeAxis } from '@selvedge/core'
import type pg from 'pg'

type Row = {
  line_id: number
  expected: number
  type: string
  at: Date
  /** What the event says of this very line. */
  fact: { was?: number; expected?: number; received?: number; damaged?: number; closed?: boolean } | null
}

/** When an event counts on an axis: what came may have been written down later than it came. */
const COUNTS_AT = {
  recorded: 'e.at',
  effective: `coalesce((e.facts->>'happenedAt')::timestamptz, e.at)`,
} as const

const storySql = (axis: TimeAxis): string => `SELECT l.id AS line_id, l.expected, e.type, ${COUNTS_AT[axis]} AS at,
    (SELECT fact FROM jsonb_array_elements(e.facts->'lines') AS fact WHERE fact->>'sku' = v.sku LIMIT 1) AS fact
  FROM inventory_record r JOIN variant v ON v.id = r.variant_id
  JOIN inbound_shipment_line l ON l.variant_id = r.variant_id AND l.record_id = r.id
  JOIN shipment_event e ON e.shipment_id = l.shipment_id
  WHERE r.id = $1 ORDER BY l.id, ${COUNTS_AT[axis]}, e.at`

const toEvent = ({ type, at, fact }: Row): LineEvent[] => {
  if (type === 'announced' || type === 'cancelled') return [{ type, at }]
  if (!fact) return []
  if (type === 'received')
    return [{ type, at, units: (fact.received ?? 0) + (fact.damaged ?? 0), closed: fact.closed ?? false }]
  const { expected, was } = fact
  // Also a shipment that was moved to another day may have been cut at once.
  return expected === undefined ? [] : [{ type: 'changed', at, was: was ?? expected, units: expected }]
}

/** Units on their way to a record with shipments at some moments, in their order, as the shipments themselves remember it. */
export const readIncoming = async (
  pool: pg.Pool,
  recordId: number,
  axis: TimeAxis,
  moments: readonly Date[],
): Promise<readonly number[]> => {
  const { rows } = await pool.query<Row>({
    name: `stock-incoming-${axis}`,
    text: storySql(axis),
    values: [recordId],
  })
  const stories = new Map<number, LineStory>()
  for (const row of rows) {
    const { units, events } = stories.get(row.line_id) ?? { units: row.expected, events: [] }
    stories.set(row.line_id, { units, events: [...events, ...toEvent(row)] })
  }
  return incomingAt([...stories.values()], moments)
}
