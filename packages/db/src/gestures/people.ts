import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'

/**
 * What a guest saved, answered, asked for and was shown is the user's, and so is the arm of an experiment they met; what
 * both have stays once, the user's own word first.
 */
export const mergeGestures = (pool: pg.Pool, guest: string, user: string, userId: string): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query(
      `INSERT INTO saved_item (person, product_id, saved_at)
       SELECT $2, product_id, saved_at FROM saved_item WHERE person = $1 ON CONFLICT DO NOTHING`,
      [guest, user],
    )
    await client.query('DELETE FROM saved_item WHERE person = $1', [guest])
    await client.query(
      `INSERT INTO poll_answer (poll_id, person, option_id, answered_at)
       SELECT poll_id, $2, option_id, answered_at FROM poll_answer WHERE person = $1 ON CONFLICT DO NOTHING`,
      [guest, user],
    )
    await client.query('DELETE FROM poll_answer WHERE person = $1', [guest])
    await client.query(
      `INSERT INTO body_answer (person, height_cm, weight_kg, usual_size, told_at)
       SELECT $2, height_cm, weight_kg, usual_size, told_at FROM body_answer WHERE person = $1 ON CONFLICT DO NOTHING`,
      [guest, user],
    )
    await client.query('DELETE FROM body_answer WHERE person = $1', [guest])
    await client.query(
      `INSERT INTO experiment_exposure (experiment, person, arm, exposed_at, carried_at)
       SELECT experiment, $2, arm, exposed_at, clock_timestamp() FROM experiment_exposure WHERE person = $1
       ON CONFLICT DO NOTHING`,
      [guest, user],
    )
    await client.query('DELETE FROM experiment_exposure WHERE person = $1', [guest])
    await client.query('UPDATE served_answer SET person = $2 WHERE person = $1', [guest, user])
    await client.query(
      `DELETE FROM product_alert g USING product_alert u
       WHERE g.person = $1 AND u.person = $2 AND g.fulfilled_at IS NULL AND u.fulfilled_at IS NULL
         AND g.kind = u.kind AND g.product_id = u.product_id AND g.variant_id IS NOT DISTINCT FROM u.variant_id`,
      [guest, user],
    )
    await client.query('UPDATE product_alert SET person = $2, user_id = $3 WHERE person = $1', [guest, user, userId])
  })

export const eraseGestures = (pool: pg.Pool, person: string, { lists }: { lists: boolean }): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query('DELETE FROM poll_answer WHERE person = $1', [person])
    await client.query('DELETE FROM body_answer WHERE person = $1', [person])
    // What was shown to somebody tells their taste as their own history does.
    await client.query('DELETE FROM served_answer WHERE person = $1', [person])
    await client.query('DELETE FROM experiment_exposure WHERE person = $1', [person])
    if (!lists) return
    await client.query('DELETE FROM saved_item WHERE person = $1', [person])
    await client.query(
      `DELETE FROM notification n USING product_alert a
       WHERE a.person = $1 AND a.fulfilled_at IS NOT NULL AND n.dedupe_key = 'alert:' || a.id`,
      [person],
    )
    await client.query('DELETE FROM product_alert WHERE person = $1', [person])
  })

export const exportGestures = async (pool: pg.Pool, person: string): Promise<Readonly<Record<string, unknown>>> => {
  const read = async (sql: string): Promise<unknown[]> => (await pool.query(sql, [person])).rows
  return {
    saved: await read('SELECT product_id, saved_at FROM saved_item WHERE person = $1 ORDER BY saved_at'),
    pollAnswers: await read('SELECT poll_id, option_id, answered_at FROM poll_answer WHERE person = $1'),
    body: await read('SELECT height_cm, weight_kg, usual_size, told_at FROM body_answer WHERE person = $1'),
    shown: await read(
      'SELECT id, served_at, placement, products, versions FROM served_answer WHERE person = $1 ORDER BY served_at',
    ),
    experiments: await read('SELECT experiment, arm, exposed_at FROM experiment_exposure WHERE person = $1'),
    alerts: await read(
      `SELECT kind, email, product_id, variant_id, asked_price_minor, asked_at, fulfilled_at
       FROM product_alert WHERE person = $1 ORDER BY asked_at`,
    ),
  }
}
