import type { Arrival } from '@selvedge/core'
import type pg from 'pg'
import { PRICED } from '../catalog/price-quarters'
import { POSITION_COLUMNS, POSITION_JOINS, POSITIONS } from './positions'

/** What planning has to know of a SKU beside its demand. People are counted once; days of the supplier who makes it. */
export type SkuSupply = {
  readonly free: number
  readonly promised: number
  readonly incoming: number
  readonly leadDays: number
  readonly arrivals: readonly Arrival[]
  readonly waiting: number
  readonly unmet: number
  readonly pollShare: number
}

/** Days of a SKU that no supplier is named for. */
const UNKNOWN_LEAD_DAYS = 28

type Row = {
  id: number
  free: number
  promised: number
  incoming: number
  lead_days: number | null
  days: string[] | null
  units: number[] | null
  waiting: number
  unmet: number
  poll_share: number
}

const SUPPLY = `
  WITH ${POSITIONS}, ${PRICED},
  arriving AS (
    SELECT variant_id, array_agg(on_day) AS days, array_agg(units) AS units FROM (
      SELECT l.variant_id, s.expected_on::text AS on_day, greatest(0, l.expected - l.received - l.damaged) AS units
      FROM inbound_shipment_line l JOIN inbound_shipment s ON s.id = l.shipment_id
      WHERE s.state IN ('expected', 'part_received') AND NOT l.closed
      UNION ALL
      SELECT l.variant_id, (o.sent_at + make_interval(days => p.lead_days))::date::text, greatest(0, l.ordered - coalesce(a.units, 0))
      FROM purchase_order_line l JOIN purchase_order o ON o.id = l.purchase_order_id JOIN supplier p ON p.id = o.supplier_id
      LEFT JOIN announced a ON a.purchase_order_id = o.id AND a.variant_id = l.variant_id
      WHERE o.state IN ('sent', 'part_received')) all_arrivals
    WHERE units > 0 GROUP BY 1),
  waiting AS (
    SELECT variant_id, count(DISTINCT person)::int AS people FROM product_alert
    WHERE kind = 'stock' AND variant_id IS NOT NULL AND fulfilled_at IS NULL GROUP BY 1),
  tried AS (
    SELECT v.id AS variant_id, count(DISTINCT e.person)::int AS people
    FROM behaviour_event e JOIN variant v ON v.product_id = e.product_id AND v.size = e.signal->>'size'
      AND (e.signal->>'colour' IS NULL OR e.signal->>'colour' = v.colour)
    JOIN shelf h ON h.variant_id = v.id AND h.free = 0
    WHERE e.kind = 'size' AND e.occurred_at > clock_timestamp() - interval '28 days' GROUP BY 1),
  answers AS (
    SELECT a.poll_id, a.person, l->>'dimension' AS dimension, l->>'value' AS value
    FROM poll_answer a JOIN poll p ON p.id = a.poll_id
    CROSS JOIN LATERAL jsonb_array_elements(p.options) o CROSS JOIN LATERAL jsonb_array_elements(o->'leans') l
    WHERE o->>'id' = a.option_id AND (l->>'weight')::float > 0 AND a.answered_at > clock_timestamp() - interval '90 days'
    UNION ALL
    SELECT a.poll_id, a.person, 'piece', piece FROM poll_answer a JOIN poll p ON p.id = a.poll_id
    CROSS JOIN LATERAL jsonb_array_elements(p.options) o CROSS JOIN LATERAL jsonb_array_elements_text(o->'pieces') piece
    WHERE o->>'id' = a.option_id AND a.answered_at > clock_timestamp() - interval '90 days'),
  asked AS (SELECT count(*)::float AS answers FROM poll_answer WHERE answered_at > clock_timestamp() - interval '90 days'),
  liked AS (SELECT dimension, value, count(DISTINCT (poll_id, person))::float AS answers FROM answers GROUP BY 1, 2),
  hue AS (
    SELECT o.product_id, c->>'value' AS colour, coalesce(c->>'family', c->>'value') AS family
    FROM product_option o CROSS JOIN LATERAL jsonb_array_elements(o.values) c WHERE o.kind = 'colour')
  SELECT v.id, ${POSITION_COLUMNS}, s.lead_days, a.days, a.units, coalesce(n.people, 0) AS waiting, coalesce(t.people, 0) AS unmet,
    coalesce((SELECT max(l.answers) FROM liked l WHERE (l.dimension = 'category' AND l.value = p.category)
      OR (l.dimension = 'brand' AND l.value = b.slug) OR (l.dimension = 'colour' AND l.value = hue.family)
      OR (l.dimension = 'style' AND l.value = p.garment) OR (l.dimension = 'material' AND l.value = p.attributes->>'fabric')
      OR (l.dimension = 'price' AND l.value = priced.quarter::text) OR (l.dimension = 'piece' AND l.value = p.slug)) / nullif((SELECT answers FROM asked), 0), 0) AS poll_share
  FROM variant v JOIN product p ON p.id = v.product_id JOIN brand b ON b.id = p.brand_id JOIN priced ON priced.id = p.id
  LEFT JOIN hue ON hue.product_id = p.id AND hue.colour = v.colour ${POSITION_JOINS}
  LEFT JOIN product_source ps ON ps.product_id = p.id LEFT JOIN supplier s ON s.id = ps.supplier_id
  LEFT JOIN arriving a ON a.variant_id = v.id LEFT JOIN waiting n ON n.variant_id = v.id LEFT JOIN tried t ON t.variant_id = v.id`

/** By variant, for all of them in one statement. */
export const readSupplyOfSkus = async (client: pg.Pool | pg.PoolClient): Promise<ReadonlyMap<number, SkuSupply>> => {
  const { rows } = await client.query<Row>(SUPPLY)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        free: row.free,
        promised: row.promised,
        incoming: row.incoming,
        leadDays: row.lead_days ?? UNKNOWN_LEAD_DAYS,
        arrivals: (row.days ?? []).map((on, nth) => ({ on, units: row.units?.[nth] ?? 0 })),
        waiting: row.waiting,
        unmet: row.unmet,
        pollShare: row.poll_share,
      },
    ]),
  )
}
