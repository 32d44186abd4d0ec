import { createPool, createStockEngine } from '@selvedge/db'

const RESTOCKED_UNITS = 3
const AT_ONCE = 8
/** So many pieces are sold out at a time; the longest gone come back, or the shop would run empty. */
const GONE_MAX = 120

type Level = { record_id: number; variant_id: number; free: number; cap: number; coming: number }

/** What is free of a product's SKUs, place by place, what may be promised beyond it and what is sold ahead of its arrival. */
const LEVELS = `SELECT l.record_id, l.variant_id, l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock AS free,
    l.oversell_cap AS cap, coalesce((SELECT sum(sl.expected - sl.received - sl.damaged) FROM inbound_shipment_line sl
      WHERE sl.record_id = l.record_id AND sl.presale AND NOT sl.closed), 0)::int AS coming
  FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN location p ON p.id = l.location_id AND p.sells_online
  WHERE v.product_id = $1 ORDER BY l.record_id`

/**
 * Sells pieces out whole and brings them back, through the engine, as fast as it goes: `next` says which piece, one that
 * stands on somebody's page. Of one that can only be promised every promise is taken back, until it comes back.
 */
export function startFlipping(databaseUrl: string, next: () => number | undefined) {
  const pool = createPool(databaseUrl, { max: AT_ONCE, applicationName: 'bench-flips' })
  const engine = createStockEngine({ pool })
  const busy = new Set<number>()
  const gone: number[] = []
  let flips = 0
  let isStopped = false

  const adjust = async ({ record_id, variant_id }: Level, delta: number): Promise<void> => {
    const answer = await engine.execute({
      kind: 'adjust',
      variantId: variant_id,
      recordId: record_id,
      delta,
      reason: 'correction',
      origin: { actor: 'bench', correlationId: 'flips' },
    })
    if (!answer.ok) throw new Error(answer.error.code)
  }
  const allow = async ({ record_id, variant_id }: Level, oversellCap: number): Promise<void> => {
    const answer = await engine.execute({
      kind: 'configure',
      settings: [{ variantId: variant_id, recordId: record_id, oversellCap }],
      origin: { actor: 'bench', correlationId: 'flips' },
    })
    if (!answer.ok) throw new Error(answer.error.code)
  }
  const flip = async (productId: number): Promise<void> => {
    const { rows } = await pool.query<Level>({ name: 'bench-levels', text: LEVELS, values: [productId] })
    const stocked = rows.filter(({ free }) => free > 0)
    if (stocked.length > 0) {
      for (const level of stocked) await adjust(level, -level.free)
      gone.push(productId)
    } else if (rows.some(({ cap }) => cap > 0)) {
      for (const level of rows) if (level.cap > 0) await allow(level, 0)
      gone.push(productId)
    } else {
      for (const level of rows.slice(0, 2)) await adjust(level, RESTOCKED_UNITS - level.free)
      for (const level of rows) if (level.coming > 0) await allow(level, level.coming)
    }
    flips += 1
  }
  const run = async (): Promise<void> => {
    while (!isStopped) {
      const productId = gone.length > GONE_MAX ? gone.shift() : (next() ?? gone.shift())
      if (productId === undefined || busy.has(productId)) {
        await new Promise((resolve) => setTimeout(resolve, 5))
        continue
      }
      busy.add(productId)
      await flip(productId).finally(() => busy.delete(productId))
    }
  }
  const running = Array.from({ length: AT_ONCE }, run)
  return {
    flips: () => flips,
    stop: async (): Promise<void> => {
      isStopped = true
      await Promise.all(running)
      await engine.close()
      await pool.end()
    },
  }
}
