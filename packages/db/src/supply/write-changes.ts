import type { Origin, SupplyMessage } from '@selvedge/core'
import type pg from 'pg'
import type { ChangedPromise } from './rebind'

/**
 * What changed of promises, in one statement: the promise, its bindings, the day on the order's line and the message.
 * A buyer who is told a later day, or none, is asked again whether to keep it. A line may wait at several places: its day is
 * the latest of all that is still open, and it is told to be here when nothing of it is. The levels of all places of a
 * line's SKU are locked, so what the other places say cannot change meanwhile.
 */
const WRITE = {
  name: 'supply-write-changes',
  text: `WITH change AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS c("promiseId" int, "keptUnits" int, kept boolean, "shipBy" date, ask boolean, unbound int)
  ), promised AS (
    UPDATE supply_promise p SET kept = p.kept + c."keptUnits", state = CASE WHEN c.kept THEN 'kept' ELSE 'open' END,
      ship_by = CASE WHEN c.kept THEN p.ship_by ELSE c."shipBy" END, first_ship_by = coalesce(p.first_ship_by, c."shipBy"),
      choice = CASE WHEN c.ask THEN 'asked' WHEN c.kept THEN 'none' ELSE p.choice END
    FROM change c WHERE p.id = c."promiseId" RETURNING p.order_id, p.line_no, p.ship_by, p.state
  ), gone AS (
    DELETE FROM supply_binding b USING change c WHERE b.promise_id = c."promiseId"
  ), line AS MATERIALIZED (
    SELECT order_id, line_no, coalesce(bool_or(state = 'open'), false) AS waits, CASE
      WHEN bool_or(state = 'open' AND ship_by IS NULL) THEN NULL
      ELSE coalesce(max(ship_by) FILTER (WHERE state = 'open'), max(ship_by)) END AS ship_by
    FROM (
      SELECT order_id, line_no, ship_by, state FROM promised
      UNION ALL
      SELECT p.order_id, p.line_no, p.ship_by, p.state FROM supply_promise p
      WHERE p.state = 'open' AND (p.order_id, p.line_no) IN (SELECT order_id, line_no FROM promised)
        AND p.id NOT IN (SELECT "promiseId" FROM change)) AS every_promise
    GROUP BY 1, 2
  ), dated AS (
    UPDATE order_line l SET ship_by = d.ship_by FROM line d WHERE l.order_id = d.order_id AND l.line_no = d.line_no
  ), message AS (
    SELECT m, nth, m->>'tell' = 'kept' AND (line.waits OR nth < max(nth) OVER (PARTITION BY line.order_id, line.line_no)) AS is_early
    FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS all_messages(m, nth)
    JOIN line ON line.order_id = (m->>'orderId')::uuid AND line.line_no = (m->>'lineNo')::int
  )
  INSERT INTO outbox (topic, key, payload, correlation_id)
  SELECT 'supply', m->>'orderId', CASE WHEN is_early THEN m - 'tell' ELSE m END, $3 FROM message ORDER BY nth`,
}

// The deletion above and this insertion would not see each other's rows within one statement.
const BIND = {
  name: 'supply-write-bindings',
  text: `INSERT INTO supply_binding (promise_id, nth, source, shipment_line_id, units, ship_by)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS b(promise_id int, nth int, source text, shipment_line_id int, units int, ship_by date)`,
}

export const writeChanges = async (
  client: pg.PoolClient,
  changed: readonly ChangedPromise[],
  origin: Origin,
): Promise<void> => {
  const changes = changed.map(({ promise, change }) => ({
    promiseId: promise.promiseId,
    keptUnits: change.keptUnits,
    kept: change.kept,
    shipBy: change.shipBy ?? null,
    ask: change.tell === 'later' || change.tell === 'at-risk',
    unbound: change.unboundUnits,
  }))
  await client.query({
    ...WRITE,
    values: [JSON.stringify(changes), JSON.stringify(changed.map(messageOf)), origin.correlationId],
  })
  const bindings = changed.flatMap(({ promise, change }) =>
    change.bindings.map((binding, nth) => ({
      promise_id: promise.promiseId,
      nth,
      source: binding.source,
      shipment_line_id: binding.source === 'shipment' ? binding.shipmentLineId : null,
      units: binding.units,
      ship_by: 'shipsOn' in binding ? binding.shipsOn : null,
    })),
  )
  if (bindings.length > 0) await client.query({ ...BIND, values: [JSON.stringify(bindings)] })
}

const messageOf = ({ promise, change }: ChangedPromise): SupplyMessage => ({
  topic: 'supply',
  type: change.made ? 'PromiseMade' : change.kept ? 'PromiseKept' : change.rebound ? 'PromiseRebound' : 'PromiseKept',
  promiseId: promise.promiseId,
  orderId: promise.orderId,
  lineNo: promise.lineNo,
  variantId: promise.variantId,
  recordId: promise.recordId,
  quantity: change.made || change.rebound ? promise.open : change.keptUnits,
  ...(change.shipBy === undefined ? {} : { shipBy: change.shipBy }),
  ...(change.was === undefined ? {} : { was: change.was }),
  ...(change.tell === undefined ? {} : { tell: change.tell }),
})
