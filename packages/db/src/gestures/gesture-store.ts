import type { GestureStore } from '@selvedge/core'
import type pg from 'pg'
import { askForPrice, askForStock, readAlerts } from './alerts'
import { eraseGestures, exportGestures, mergeGestures } from './people'
import { readOpenPoll, readPieceIds, readPoll, writePollAnswer } from './polls'
import { readSavedIds, writeSaved } from './saved-items'

// One much-wanted piece of each of several kinds; the seed turns the choice, so that a second quiz asks something new.
const QUIZ = `
  SELECT id FROM (
    SELECT DISTINCT ON (garment) id, garment, popularity
    FROM (SELECT id, garment, popularity, row_number() OVER (PARTITION BY garment ORDER BY popularity DESC, id) AS place
          FROM product WHERE status = 'active') ranked
    WHERE place <= 5 ORDER BY garment, hashint8(id * 31 + $1)) one_each
  ORDER BY hashtext(garment || $1::text) LIMIT $2`

/** Saved pieces, polls and alerts in PostgreSQL. */
export const createGestureStore = ({ pool }: { pool: pg.Pool }): GestureStore => ({
  savedIds: (person) => readSavedIds(pool, person),
  setSaved: (person, productId, isSaved, limit) => writeSaved(pool, { person, productId, isSaved, limit }),
  openPoll: (person) => readOpenPoll(pool, person),
  poll: (pollId) => readPoll(pool, pollId),
  pieceIds: (slugs) => readPieceIds(pool, slugs),
  answerPoll: (person, pollId, optionId) => writePollAnswer(pool, { person, pollId, optionId }),
  askForStock: (ask) => askForStock(pool, ask),
  askForPrice: (ask) => askForPrice(pool, ask),
  withdrawAlert: async (person, alertId) => {
    await pool.query('DELETE FROM product_alert WHERE person = $1 AND id = $2', [person, alertId])
  },
  withdrawAllOf: async (email) => {
    const { rowCount } = await pool.query(
      'DELETE FROM product_alert WHERE lower(email) = lower($1) AND fulfilled_at IS NULL',
      [email],
    )
    return rowCount ?? 0
  },
  alerts: (person) => readAlerts(pool, person),
  quizIds: async (seed, limit) => {
    const { rows } = await pool.query<{ id: number }>(QUIZ, [seed, limit])
    return rows.map(({ id }) => id)
  },
  merge: (guest, user, userId) => mergeGestures(pool, guest, user, userId),
  erase: (person, options) => eraseGestures(pool, person, options),
  export: (person) => exportGestures(pool, person),
})
