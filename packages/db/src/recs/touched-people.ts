import type { Pool } from 'pg'
import { TEACHES } from './read-interactions'

/**
 * Names under which something else may be known than was when this had been written until a moment: who said or ordered
 * something, whose order changed, who decided otherwise, had the history erased or signed in since. The orders of an account
 * teach under its name or each by itself, and may have gone from one to the other: both are named.
 */
const TOUCHED = `
  WITH named AS (
    SELECT person FROM behaviour_event WHERE written_at > $1 AND ${TEACHES}
    UNION SELECT person FROM consent WHERE decided_at > $1
    UNION SELECT person FROM erased_history WHERE erased_at > $1
    UNION SELECT person FROM left_name WHERE left_at > $1),
  ordered AS (
    SELECT id, user_id FROM orders WHERE id IN (SELECT order_id FROM order_event WHERE at > $1)
    UNION SELECT id, user_id FROM orders WHERE user_id IN (SELECT substr(person, 3) FROM named WHERE person LIKE 'u:%'))
  SELECT person FROM named
  UNION SELECT 'o:' || id FROM ordered
  UNION SELECT 'u:' || user_id FROM ordered WHERE user_id IS NOT NULL`

/** Everybody of whom something else may be known than was known until then. */
export async function readTouchedPeople(pool: Pool, knownUntil: Date): Promise<readonly string[]> {
  const { rows } = await pool.query<{ person: string }>(TOUCHED, [knownUntil])
  return rows.map(({ person }) => person)
}
