import type { BodyAnswer, Cut, SizeAdviceDeps, WornPiece } from '@selvedge/core'
import type { Pool } from 'pg'

type Told = { height_cm: number | null; weight_kg: number | null; usual_size: string | null }

/** What is known of a shopper's size: bodies as they were told, pieces as they were kept or sent back. */
export const createWearers = (pool: Pool): Pick<SizeAdviceDeps, 'cutOf' | 'wornBy' | 'told' | 'tell' | 'forget'> => ({
  cutOf: async (productId) => {
    const { rows } = await pool.query<Cut>(
      `SELECT array_agg(DISTINCT v.size) AS sizes, p.department, p.category
       FROM product p JOIN variant v ON v.product_id = p.id WHERE p.id = $1 GROUP BY p.id`,
      [productId],
    )
    return rows[0]
  },
  // A guest's orders are not looked up by anything but the account they belong to.
  wornBy: async (person) => (person.startsWith('u:') ? readWorn(pool, person.slice(2)) : []),
  told: async (person) => {
    const { rows } = await pool.query<Told>(
      'SELECT height_cm, weight_kg, usual_size FROM body_answer WHERE person = $1',
      [person],
    )
    return rows[0] && answerOf(rows[0])
  },
  tell: async (person, { heightCm, weightKg, usualSize }) => {
    await pool.query(
      `INSERT INTO body_answer (person, height_cm, weight_kg, usual_size) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person) DO UPDATE SET height_cm = excluded.height_cm, weight_kg = excluded.weight_kg,
         usual_size = excluded.usual_size, told_at = now()`,
      [person, heightCm ?? null, weightKg ?? null, usualSize ?? null],
    )
  },
  forget: async (person) => {
    await pool.query('DELETE FROM body_answer WHERE person = $1', [person])
  },
})

export const answerOf = ({ height_cm, weight_kg, usual_size }: Told): BodyAnswer => ({
  ...(height_cm === null ? {} : { heightCm: height_cm }),
  ...(weight_kg === null ? {} : { weightKg: weight_kg }),
  ...(usual_size === null ? {} : { usualSize: usual_size }),
})

async function readWorn(pool: Pool, userId: string): Promise<readonly WornPiece[]> {
  const { rows } = await pool.query<{ product_id: number; size: string; outcome: WornPiece['outcome'] }>(
    `SELECT product_id, size, outcome FROM (${WORN}) worn WHERE user_id = $1 AND outcome IS NOT NULL
     ORDER BY placed_at DESC LIMIT 60`,
    [userId],
  )
  return rows.map(({ product_id, size, outcome }) => ({ productId: product_id, size, outcome }))
}

/**
 * Every delivered line with how its size was: sent back as too small or too large, kept; nothing (null) where it came
 * back for another reason, which does not tell.
 */
export const WORN = `
  SELECT o.id AS order_id, o.user_id, o.placed_at, l.product_id, l.size,
         CASE WHEN r.reason = 'too-small' THEN 'small' WHEN r.reason = 'too-large' THEN 'large'
              WHEN r.reason IS NULL THEN 'fit' END AS outcome
  FROM orders o JOIN order_line l ON l.order_id = o.id
  LEFT JOIN LATERAL (
    SELECT rl.reason FROM return_request rr JOIN return_line rl ON rl.return_id = rr.id
    WHERE rr.order_id = o.id AND rl.order_line_no = l.line_no AND rr.state NOT IN ('refused', 'withdrawn')
    ORDER BY rl.reason IN ('too-small', 'too-large') DESC LIMIT 1
  ) r ON true
  WHERE o.state = 'delivered'`
