import { randomUUID } from 'node:crypto'
import { type RecordedSignal, type Signal, visitorKey } from '@selvedge/core'
import type { Pool } from 'pg'
import { createZipf } from '../harness/zipf'

const SIGNALS = 14
const AT_ONCE = 250

type Piece = { readonly id: number; readonly sku: string; readonly size: string; readonly colour: string }

/** Gives every visitor a history of their own: views and clicks of what is popular, a size, a bag, a purchase. */
export async function giveHistories(
  pool: Pool,
  apply: (signals: readonly RecordedSignal[]) => Promise<unknown>,
  visitors: readonly string[],
): Promise<void> {
  const { rows: pieces } = await pool.query<Piece>(
    `SELECT DISTINCT ON (p.popularity, p.id) p.id, v.sku, v.size, v.colour FROM product p JOIN variant v ON v.product_id = p.id
     ORDER BY p.popularity DESC, p.id, v.id`,
  )
  const draw = createZipf(pieces.length)
  for (let from = 0; from < visitors.length; from += AT_ONCE) {
    const signals = visitors.slice(from, from + AT_ONCE).flatMap((visitor) => {
      const startMs = Date.now() - 3_600_000
      return Array.from({ length: SIGNALS }, (_, n): RecordedSignal => {
        const atMs = startMs + n * 200_000
        return {
          eventId: randomUUID(),
          person: visitorKey(visitor),
          sequence: n,
          occurredAtMs: atMs,
          receivedAtMs: atMs,
          signal: signalOf(pieces[draw()] ?? { id: 1, sku: '', size: 'M', colour: 'black' }, n),
        }
      })
    })
    await apply(signals)
  }
}

function signalOf({ id: productId, sku, size, colour }: Piece, n: number): Signal {
  if (n === 4) return { kind: 'size', productId, size }
  if (n === 9) return { kind: 'add', productId, sku, size }
  if (n === 7) return { kind: 'dislike', productId }
  if (n === 11) return { kind: 'purchase', productId, sku, size, colour, quantity: 1, unitPriceMinor: 9_900 }
  return { kind: 'view', productId }
}

/** Visits of the past by whoever, for the neighbours of visits to be trained on: `visits` of four pieces each. */
export async function writeVisits(pool: Pool, visits: number, products: number): Promise<void> {
  await pool.query(
    `INSERT INTO behaviour_event
       (logged_on, event_id, person, session_id, sequence, occurred_at, received_at, kind, product_id, signal)
     SELECT current_date, gen_random_uuid(), 'v:past-' || s, visit, n, at, at, 'view', product,
            jsonb_build_object('kind', 'view', 'productId', product)
     FROM (SELECT s, md5('visit ' || s)::uuid AS visit FROM generate_series(1, $1) s) visit,
          generate_series(1, 4) n,
          LATERAL (SELECT now() - interval '1 day' + n * interval '1 minute' AS at,
                          1 + floor($2 * power(random() + s * 0, 3))::int AS product) drawn`,
    [visits, products - 1],
  )
}
