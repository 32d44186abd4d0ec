import {
  type AlertCause,
  type AlertKind,
  driftAlerts,
  type Feed,
  type ForeseenSku,
  feedAlerts,
  holdAlerts,
  type LateShipment,
  type OpenFinding,
  type OverdueHolds,
  type PlaceLosses,
  type Reconciled,
  type SilentShelf,
  type StyleSales,
  shelfAlerts,
  shipmentAlerts,
  shrinkageAlerts,
  stockAlerts,
  trendAlerts,
} from '@selvedge/core'
import type pg from 'pg'
import { POSITION_COLUMNS, POSITION_JOINS, POSITIONS } from '../demand/positions'
import { inTransaction } from '../inventory/in-transaction'
import { OWN_CHANNEL, RULED } from '../safety/safety-sql'
import { reconcileAlerts } from './reconcile-alerts'

const FORESEEN = `
  WITH ${POSITIONS}
  SELECT v.id AS "variantId", v.sku, p.title, ${POSITION_COLUMNS}, f.reorder_point AS "reorderPoint", f.lead_days AS "leadDays",
    (SELECT sum(units) FROM unnest(f.weekly[1:4]) AS units) AS "nextFourWeeks", f.days_of_cover AS "daysOfCover", f.stock_out_on::text AS "stockOutOn"
  FROM demand_forecast f JOIN variant v ON v.id = f.variant_id JOIN product p ON p.id = v.product_id ${POSITION_JOINS}
  WHERE f.stock_out_on IS NOT NULL OR coalesce(h.free, 0) + coalesce(c.units, 0) + coalesce(w.units, 0) - coalesce(w.drafted, 0) <= f.reorder_point`

const TRENDS = `
  SELECT p.id AS "productId", p.slug, p.title, sum(s.recent)::int AS recent, sum(s.before)::int AS before
  FROM demand_forecast f JOIN product p ON p.id = f.product_id
  CROSS JOIN LATERAL (SELECT coalesce(sum(units) FILTER (WHERE nth > cardinality(f.history) - 4), 0) AS recent,
      coalesce(sum(units) FILTER (WHERE nth <= cardinality(f.history) - 4 AND nth > cardinality(f.history) - 12), 0) AS before
    FROM unnest(f.history) WITH ORDINALITY AS h(units, nth)) s
  WHERE cardinality(f.history) >= 12 GROUP BY p.id HAVING sum(s.before) > sum(s.recent)`

const SHIPMENTS = `
  SELECT s.number, x.name AS supplier, l.name AS location, s.expected_on::text AS "expectedOn",
    (SELECT coalesce(sum(greatest(0, n.expected - n.received - n.damaged)), 0) FROM inbound_shipment_line n WHERE n.shipment_id = s.id AND NOT n.closed)::int AS missing,
    (SELECT coalesce(sum(b.units), 0) FROM supply_binding b JOIN inbound_shipment_line n ON n.id = b.shipment_line_id WHERE n.shipment_id = s.id)::int AS promised
  FROM inbound_shipment s JOIN supplier x ON x.id = s.supplier_id JOIN location l ON l.id = s.location_id
  WHERE s.state IN ('expected', 'part_received') AND s.expected_on < clock_timestamp()::date`

const FINDINGS = `SELECT id, kind, record_id AS "recordId", detail, found_at AS "foundAt" FROM ledger_finding WHERE resolved_at IS NULL ORDER BY id LIMIT 200`

const HOLDS = `
  SELECT h.record_id AS "recordId", v.sku, sum(h.quantity)::int AS units, min(h.expires_at) AS since
  FROM reservation h JOIN variant v ON v.id = h.variant_id
  WHERE h.state = 'held' AND h.expires_at < (SELECT clock_timestamp()) - interval '1 minute' GROUP BY 1, 2 ORDER BY 1 LIMIT 200`

const FEEDS = `
  SELECT id, name, expected_every_minutes AS "expectedEveryMinutes", last_seen_at AS "lastSeenAt"
  FROM sync_source WHERE revoked_at IS NULL`

// Only places whose policy asks for reports: few, and the records of few.
const SHELVES = `
  SELECT lo.id AS "locationId", lo.name, p.stale_after_minutes AS "staleAfterMinutes", count(*)::int AS records,
    count(*) FILTER (WHERE r.is_stale)::int AS stale, max(r.reported_at) AS "lastReportAt"
  FROM (${RULED} AND p.stale_after_minutes IS NOT NULL) r JOIN location lo ON lo.id = r.location_id
  JOIN safety_policy p ON p.location_id = r.location_id AND p.channel_code = ${OWN_CHANNEL}
  GROUP BY lo.id, p.stale_after_minutes`

const LOSSES = `
  WITH lost AS (
    SELECT r.location_id, e.effective_at > clock_timestamp() - interval '7 days' AS is_last, abs(e.quantity) AS units
    FROM inventory_event e JOIN inventory_record r ON r.id = e.record_id
    WHERE e.effective_at > clock_timestamp() - interval '63 days'
      AND (e.type IN ('WrittenOff', 'TransferLost') OR (e.type IN ('Counted', 'Adjusted') AND e.quantity < 0)))
  SELECT l.id AS "locationId", l.name, sum(lost.units) FILTER (WHERE is_last)::int AS "lastWeek",
    coalesce(sum(lost.units) FILTER (WHERE NOT is_last), 0)::float / 8 AS "usualWeek",
    (SELECT coalesce(sum(on_hand), 0)::int FROM stock_level s WHERE s.location_id = l.id) AS "onHand"
  FROM lost JOIN location l ON l.id = lost.location_id GROUP BY l.id HAVING sum(lost.units) FILTER (WHERE is_last) > 0`

/** Null is how a database says nothing. */
const present = <T extends object>(row: { [K in keyof T]: T[K] | null }): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T // only optional columns are nullable

const read = async <T extends object>(client: pg.PoolClient, query: string): Promise<readonly T[]> => {
  const { rows } = await client.query<{ [K in keyof T]: T[K] | null }>(query)
  return rows.map((row) => present<T>(row))
}

type Clock = { readonly now: Date; readonly today: string }
type Look = {
  readonly kinds: readonly AlertKind[]
  readonly find: (client: pg.PoolClient, clock: Clock) => Promise<readonly AlertCause[]>
}

/**
 * What is looked at together. `quick`: what turns from one minute to the next. `slow`: what speaks of weeks, and reads much
 * for it: nine weeks of losses out of the whole ledger, twelve weeks of every SKU's forecast, which itself is made anew
 * every quarter of an hour. Half a minute would make neither any truer.
 */
const LOOKS: Readonly<Record<AlertPace, readonly Look[]>> = {
  quick: [
    {
      kinds: ['stock-out', 'low-stock'],
      find: async (client, { today }) => stockAlerts(await read<ForeseenSku>(client, FORESEEN), today),
    },
    {
      kinds: ['late-shipment'],
      find: async (client, { today }) => shipmentAlerts(await read<LateShipment>(client, SHIPMENTS), today),
    },
    { kinds: ['ledger-drift'], find: async (client) => driftAlerts(await read<OpenFinding>(client, FINDINGS)) },
    {
      kinds: ['stuck-hold'],
      find: async (client, { now }) => holdAlerts(await read<OverdueHolds>(client, HOLDS), now),
    },
    {
      kinds: ['stale-feed'],
      find: async (client, { now }) => [
        ...feedAlerts(await read<Feed>(client, FEEDS), now),
        ...shelfAlerts(await read<SilentShelf>(client, SHELVES), now),
      ],
    },
  ],
  slow: [
    { kinds: ['negative-trend'], find: async (client) => trendAlerts(await read<StyleSales>(client, TRENDS)) },
    { kinds: ['shrinkage'], find: async (client) => shrinkageAlerts(await read<PlaceLosses>(client, LOSSES)) },
  ],
}
export type AlertPace = 'quick' | 'slow'

/** The kinds of one pace: of the other nothing is read and nothing resolved. Every kind has exactly one (tested). */
export const alertKindsOf = (pace: AlertPace): readonly AlertKind[] => LOOKS[pace].flatMap(({ kinds }) => kinds)

/** Looks at what alerts of this pace speak of and makes the stored ones agree. One at a time in the whole house. */
export const evaluateAlerts = (pool: pg.Pool, pace: AlertPace): Promise<Reconciled> =>
  inTransaction(pool, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('alerts'))`)
    const clock = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now')
    const now = clock.rows[0]?.now ?? new Date(0)
    const today = now.toISOString().slice(0, 10)
    const causes: AlertCause[] = []
    for (const { find } of LOOKS[pace]) causes.push(...(await find(client, { now, today })))
    return await reconcileAlerts(client, alertKindsOf(pace), causes)
  })
