import { verifyLedger } from '@selvedge/db'
import type pg from 'pg'
import type { Acknowledged } from './shoppers'

/** An expired hold may be without its event for this long after the shop is whole again. */
const RELEASED_WITHIN_S = 10
/** A checkout that a crash left behind is finished or compensated within this time. */
const SAGA_WITHIN_S = 90

/** An order that stands, wherever its parcels are. */
const STANDING: ReadonlySet<string> = new Set(['confirmed', 'part_shipped', 'shipped', 'delivered'])
/** Its money: taken, or agreed to while units are to come and nothing has left. `o` and `p` are order and payment. */
const PAID = `(p.state = 'captured' OR p.state = 'authorised' AND o.state = 'confirmed'
  AND EXISTS (SELECT 1 FROM supply_promise u WHERE u.order_id = o.id))`

const until = async (what: string, withinS: number, holds: () => Promise<boolean>): Promise<number> => {
  const startedAt = performance.now()
  while (!(await holds())) {
    if (performance.now() - startedAt > withinS * 1_000) throw new Error(`${what}: not within ${withinS} s`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return (performance.now() - startedAt) / 1_000
}

const missing = async (pool: pg.Pool, ids: readonly string[], table: 'reservation' | 'orders'): Promise<string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT k.id FROM unnest($1::uuid[]) AS k(id) LEFT JOIN ${table} t ON t.id = k.id WHERE t.id IS NULL`,
    [ids],
  )
  return rows.map((row) => row.id)
}

/** Everything that was acknowledged is still there; throws with what is not. */
export const nothingLost = async (pool: pg.Pool, { holds, orders }: Acknowledged): Promise<void> => {
  const lostHolds = await missing(pool, [...holds.keys()], 'reservation')
  if (lostHolds.length > 0) throw new Error(`acknowledged holds are gone: ${lostHolds.slice(0, 5).join(', ')}`)
  const { rows } = await pool.query<{ id: string; state: string | null; paid: boolean; allocated: string }>(
    `SELECT k.id, o.state, (SELECT count(*) = 1 FROM payment p WHERE p.order_id = o.id AND ${PAID}) AS paid,
      (SELECT count(*) FROM order_line l JOIN reservation r ON r.cart_id = o.cart_id AND r.id = l.hold_id AND r.state = 'committed'
        WHERE l.order_id = o.id) AS allocated
    FROM unnest($1::uuid[]) AS k(id) LEFT JOIN orders o ON o.id = k.id`,
    [[...orders]],
  )
  const broken = rows.filter((row) => !STANDING.has(row.state ?? '') || !row.paid || Number(row.allocated) < 1)
  if (broken.length > 0) throw new Error(`acknowledged orders do not stand: ${JSON.stringify(broken.slice(0, 3))}`)
}

/** Seconds until no hold is past its end without its event, by the database's clock. */
export const expiredAreReleased = (pool: pg.Pool): Promise<number> =>
  until('expired holds are released by an event', RELEASED_WITHIN_S, async () => {
    const { rows } = await pool.query<{ due: string }>(
      `SELECT count(*) AS due FROM reservation WHERE state = 'held' AND expires_at < clock_timestamp()`,
    )
    return rows[0]?.due === '0'
  })

/** No checkout is stuck half way: every order of the storm is settled, and a payment stands only where stock does. */
export const checkoutsAreSettled = async (pool: pg.Pool): Promise<void> => {
  await until('checkouts are finished or compensated', SAGA_WITHIN_S, async () => {
    const { rows } = await pool.query<{ open: string }>(
      `SELECT count(*) AS open FROM checkout_saga WHERE state = 'running'`,
    )
    return rows[0]?.open === '0'
  })
  const { rows } = await pool.query<{ id: string; state: string; payments: string[] }>(
    `SELECT o.id, o.state, array_agg(p.state ORDER BY p.state) AS payments FROM orders o JOIN payment p ON p.order_id = o.id
    WHERE o.email = 'storm@selvedge.example' GROUP BY o.id, o.state
    HAVING (o.state = ANY($1::text[])) <> bool_or(${PAID}) OR count(*) FILTER (WHERE p.state = 'captured') > 1`,
    [[...STANDING]],
  )
  if (rows.length > 0) throw new Error(`payment and order disagree: ${JSON.stringify(rows.slice(0, 3))}`)
}

/** Levels are the fold of the ledger, versions contiguous, reserved the sum of holds. */
export const ledgerAgrees = async (pool: pg.Pool): Promise<void> => {
  const findings = await verifyLedger(pool)
  if (findings.length > 0) throw new Error(`level and ledger disagree: ${JSON.stringify(findings.slice(0, 3))}`)
}
