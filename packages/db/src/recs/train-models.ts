import {
  checksumOf,
  type Interaction,
  interactionsOf,
  neighboursArtefact,
  type PastSession,
  serialiseArtefact,
  sessionArtefact,
  trainRp3Beta,
  trainSessionIndex,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { publishArtefact } from './artefact-store'
import { ITEM_NEIGHBOURS, SESSION_NEIGHBOURS } from './served-artefacts'

export type TrainedModel = { readonly name: string; readonly version: string; readonly isNew: boolean }

const WINDOW_DAYS = 365
const SESSIONS_MAX = 200_000
const NEIGHBOURS = 60

/** Trains what is learned from behaviour and orders, and publishes each model that says something new. */
export async function trainModels(pool: Pool, now: Date): Promise<readonly TrainedModel[]> {
  const from = new Date(now.getTime() - WINDOW_DAYS * 86_400_000)
  const window = { from: from.toISOString().slice(0, 10), to: now.toISOString().slice(0, 10) }
  return [await trainItemNeighbours(pool, from, now, window), await trainSessionNeighbours(pool, from, now, window)]
}

type Window = { readonly from: string; readonly to: string }
type Row = { person: string; product_id: number; weight: number }

/** Orders weigh most; a piece opened, saved or put into a bag says something as well. */
async function readInteractions(pool: Pool, from: Date): Promise<readonly Row[]> {
  const { rows } = await pool.query<Row>(
    `SELECT person, product_id, max(weight)::float8 AS weight FROM (
       SELECT 'o:' || coalesce(o.user_id, o.email) AS person, l.product_id, 1.0 AS weight
       FROM orders o JOIN order_line l ON l.order_id = o.id
       WHERE o.state IN ('confirmed', 'shipped', 'delivered') AND o.placed_at > $1
       UNION ALL
       SELECT CASE WHEN person LIKE 'u:%' THEN 'o:' || substr(person, 3) ELSE person END, product_id,
              CASE kind WHEN 'add' THEN 0.7 WHEN 'save' THEN 0.7 WHEN 'like' THEN 0.7 ELSE 0.3 END
       FROM behaviour_event
       WHERE kind IN ('view', 'click', 'add', 'save', 'like') AND product_id IS NOT NULL AND occurred_at > $1
     ) everything GROUP BY 1, 2 ORDER BY 1, 2`,
    [from],
  )
  return rows
}

async function trainItemNeighbours(pool: Pool, from: Date, now: Date, window: Window): Promise<TrainedModel> {
  const rows = await readInteractions(pool, from)
  const itemIds = Int32Array.from(new Set(rows.map((row) => row.product_id))).sort()
  const places = new Map(Array.from(itemIds, (id, place) => [id, place]))
  const people = new Map<string, number>()
  const list = rows.map(({ person, product_id, weight }): Interaction => {
    const user = people.get(person) ?? people.size
    people.set(person, user)
    return { user, item: places.get(product_id) ?? 0, weight }
  })
  const data = interactionsOf(list, { userCount: people.size, itemCount: itemIds.length })
  const model = trainRp3Beta(data, itemIds, { neighbours: NEIGHBOURS })
  return publish(pool, ITEM_NEIGHBOURS, now, (version) =>
    neighboursArtefact(
      {
        name: ITEM_NEIGHBOURS,
        version,
        window,
        metrics: {},
        facts: { algorithm: 'rp3beta', people: people.size, interactions: rows.length, items: itemIds.length },
      },
      model,
    ),
  )
}

async function trainSessionNeighbours(pool: Pool, from: Date, now: Date, window: Window): Promise<TrainedModel> {
  const { rows } = await pool.query<{ items: number[]; ended_at: number }>(
    `SELECT array_agg(product_id ORDER BY occurred_at, sequence) AS items,
            extract(epoch FROM max(occurred_at))::float8 AS ended_at
     FROM behaviour_event
     WHERE kind IN ('view', 'click', 'add') AND product_id IS NOT NULL AND session_id IS NOT NULL AND occurred_at > $1
     GROUP BY session_id HAVING count(DISTINCT product_id) > 1 ORDER BY max(occurred_at) DESC LIMIT $2`,
    [from, SESSIONS_MAX],
  )
  const sessions = rows.map(({ items, ended_at }): PastSession => ({ itemIds: items, endedAt: ended_at }))
  const index = trainSessionIndex(sessions)
  return publish(pool, SESSION_NEIGHBOURS, now, (version) =>
    sessionArtefact(
      {
        name: SESSION_NEIGHBOURS,
        version,
        window,
        metrics: {},
        facts: { algorithm: 'vmis-knn', sessions: index.sessionCount, items: index.itemIds.length },
      },
      index,
    ),
  )
}

async function publish(
  pool: Pool,
  name: string,
  now: Date,
  artefact: (version: string) => Parameters<typeof serialiseArtefact>[0],
): Promise<TrainedModel> {
  // Named by its content: the same arrays from the same days are the same version, and are published once.
  const content = checksumOf(serialiseArtefact(artefact('')))
  const named = artefact(`${now.toISOString().slice(0, 10)}-${content.slice(0, 8)}`)
  const { version, isNew } = await publishArtefact(pool, serialiseArtefact(named))
  return { name, version, isNew }
}
