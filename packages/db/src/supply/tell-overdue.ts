import type { SupplyDesk } from '@selvedge/core'
import type pg from 'pg'

const ORIGIN = { actor: 'system:supply', correlationId: 'overdue-promises' } as const
/** SKUs of one look: what is left over is found by the next. */
const SKUS_AT_ONCE = 200

const PASSED = {
  name: 'supply-passed-days',
  text: `SELECT DISTINCT p.variant_id FROM supply_promise p
    JOIN order_line l ON l.order_id = p.order_id AND l.line_no = p.line_no
    WHERE p.state = 'open' AND p.ship_by < clock_timestamp()::date AND l.ship_by < clock_timestamp()::date
    ORDER BY p.variant_id LIMIT $1`,
}

/**
 * Binds again whoever was told a day that has passed: a day passes without anybody doing anything, and its buyer hears of
 * it all the same, once, with the choice to keep or cancel. Told was the day of the line: what waits at one of its places
 * past a day of its own is nobody's news as long as the line's is ahead. Answers how many SKUs there were; throws in the end when some
 * could not be bound, which keeps no other from being told. Idempotent.
 */
export const tellOverdue = async (pool: pg.Pool, desk: Pick<SupplyDesk, 'rebind'>): Promise<number> => {
  const { rows } = await pool.query<{ variant_id: number }>({ ...PASSED, values: [SKUS_AT_ONCE] })
  // One by one: each is a transaction with locks of its own.
  const faults: unknown[] = []
  for (const { variant_id: variantId } of rows)
    await desk.rebind([variantId], ORIGIN).catch((fault: unknown) => void faults.push(fault))
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} SKUs could not be bound again`)
  return rows.length
}
