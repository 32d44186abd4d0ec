import {
  accept,
  DIMENSIONS,
  type PollDesk,
  type PollDraft,
  type PollRejection,
  type PollValues,
  PRICE_BANDS,
  pollOptionSchema,
  type Result,
  reject,
} from '@selvedge/core'
import type pg from 'pg'
import { z } from 'zod'
import { inTransaction } from '../inventory/in-transaction'
import { TELL_POLL } from './polls'

const LIST = `
  SELECT p.id, p.question, p.options, p.position, p.starts_at, p.ends_at,
    CASE WHEN NOT is_active THEN 'closed' WHEN ends_at <= clock_timestamp() THEN 'ended'
         WHEN starts_at > clock_timestamp() THEN 'scheduled' ELSE 'open' END AS state,
    (SELECT coalesce(jsonb_object_agg(option_id, votes), '{}')
     FROM (SELECT option_id, count(*) AS votes FROM poll_answer WHERE poll_id = p.id GROUP BY 1) counted) AS votes,
    (SELECT max(answered_at) FROM poll_answer WHERE poll_id = p.id) AS last_vote_at
  FROM poll p ORDER BY is_active DESC, position, id`

type Row = {
  id: string
  question: string
  options: unknown
  position: number
  starts_at: Date | null
  ends_at: Date | null
  state: 'open' | 'scheduled' | 'ended' | 'closed'
  votes: Record<string, number>
  last_vote_at: Date | null
}

// As signals measure taste: what is offered here is what a piece can agree with.
const VALUES = `
  SELECT DISTINCT 'category' AS dimension, category AS value FROM product
  UNION SELECT 'style', garment FROM product
  UNION SELECT 'brand', slug FROM brand
  UNION SELECT 'material', attributes->>'fabric' FROM product WHERE attributes->>'fabric' IS NOT NULL
  UNION SELECT 'colour', coalesce(c->>'family', c->>'value')
    FROM product_option o, jsonb_array_elements(o.values) c WHERE o.kind = 'colour'
  ORDER BY 1, 2`

/** Questions, their answers and the votes on them in PostgreSQL. */
export const createPollDesk = ({ pool }: { readonly pool: pg.Pool }): PollDesk => {
  const values = async (): Promise<PollValues> => {
    const { rows } = await pool.query<{ dimension: string; value: string }>(VALUES)
    const of = (dimension: string): string[] => rows.flatMap((row) => (row.dimension === dimension ? [row.value] : []))
    return DIMENSIONS.map((dimension) => ({
      dimension,
      values: dimension === 'price' ? [...PRICE_BANDS] : of(dimension),
    }))
  }
  /** The first thing an answer stands for that nothing in the shop has. */
  const unknownIn = async ({ options }: PollDraft): Promise<PollRejection | undefined> => {
    const known = new Map((await values()).map((one) => [one.dimension, new Set(one.values)]))
    const strange = options.flatMap(({ leans }) => leans).find((lean) => !known.get(lean.dimension)?.has(lean.value))
    if (strange) return { code: 'POLL_VALUE_UNKNOWN', dimension: strange.dimension, value: strange.value }
    const slugs = [...new Set(options.flatMap(({ pieces = [] }) => pieces))]
    const { rows } = await pool.query<{ slug: string }>(
      'SELECT slug FROM unnest($1::text[]) AS slug WHERE slug NOT IN (SELECT slug FROM product) LIMIT 1',
      [slugs],
    )
    return rows[0] && { code: 'POLL_PIECE_UNKNOWN', slug: rows[0].slug }
  }
  const columnsOf = ({ id, question, options, position, startsAtMs, endsAtMs }: PollDraft): unknown[] => [
    id,
    question,
    JSON.stringify(options),
    position,
    startsAtMs === undefined ? null : new Date(startsAtMs),
    endsAtMs === undefined ? null : new Date(endsAtMs),
  ]
  const votesOn = async (pollId: string): Promise<number | undefined> => {
    const { rows } = await pool.query<{ votes: number }>(
      'SELECT (SELECT count(*)::int FROM poll_answer WHERE poll_id = p.id) AS votes FROM poll p WHERE id = $1',
      [pollId],
    )
    return rows[0]?.votes
  }

  return {
    values,
    list: async () => {
      const { rows } = await pool.query<Row>(LIST)
      return rows.map(({ id, question, options, position, state, votes, starts_at, ends_at, last_vote_at }) => ({
        id,
        question,
        position,
        state,
        ...(starts_at === null ? {} : { startsAtMs: starts_at.getTime() }),
        ...(ends_at === null ? {} : { endsAtMs: ends_at.getTime() }),
        ...(last_vote_at === null ? {} : { lastVoteAtMs: last_vote_at.getTime() }),
        votes: Object.values(votes).reduce((sum, one) => sum + one, 0),
        options: z
          .array(pollOptionSchema)
          .parse(options)
          .map((option) => ({ ...option, votes: votes[option.id] ?? 0 })),
      }))
    },
    create: async (draft): Promise<Result<void, PollRejection>> => {
      const strange = await unknownIn(draft)
      if (strange) return reject(strange)
      const { rowCount } = await pool.query(
        `WITH asked AS (
           INSERT INTO poll (id, question, options, position, starts_at, ends_at, is_active)
           VALUES ($1, $2, $3, $4, $5, $6, true) ON CONFLICT DO NOTHING RETURNING 1)
         ${TELL_POLL('PollChanged', 'FROM asked')}`,
        columnsOf(draft),
      )
      return rowCount === 1 ? accept(undefined) : reject({ code: 'POLL_EXISTS', pollId: draft.id })
    },
    change: async (draft): Promise<Result<void, PollRejection>> => {
      const strange = await unknownIn(draft)
      if (strange) return reject(strange)
      // The lock first, in a statement of its own: an answer under way is seen by the next one.
      const isChanged = await inTransaction(pool, async (client) => {
        await client.query('SELECT 1 FROM poll WHERE id = $1 FOR UPDATE', [draft.id])
        const { rowCount } = await client.query(
          `WITH changed AS (
             UPDATE poll SET question = $2, options = $3, position = $4, starts_at = $5, ends_at = $6
             WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM poll_answer WHERE poll_id = $1) RETURNING 1)
           ${TELL_POLL('PollChanged', 'FROM changed')}`,
          columnsOf(draft),
        )
        return rowCount === 1
      })
      if (isChanged) return accept(undefined)
      const votes = await votesOn(draft.id)
      return votes === undefined
        ? reject({ code: 'POLL_NOT_FOUND', pollId: draft.id })
        : reject({ code: 'POLL_ANSWERED', pollId: draft.id, votes })
    },
    setOpen: async (pollId, isOpen): Promise<Result<void, PollRejection>> => {
      const { rowCount } = await pool.query(
        `WITH moved AS (UPDATE poll SET is_active = $2 WHERE id = $1 RETURNING 1) ${TELL_POLL('PollChanged', 'FROM moved')}`,
        [pollId, isOpen],
      )
      return rowCount === 1 ? accept(undefined) : reject({ code: 'POLL_NOT_FOUND', pollId })
    },
  }
}
