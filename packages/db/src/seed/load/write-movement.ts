import type { PoolClient } from 'pg'
import { LOCATIONS, type SeedLocation } from '../generate/locations'
import { type Random, randomFrom } from '../generate/random'
import { appendEntries, type LaterEntry } from './append-entries'

type Writing = { readonly seed: number; readonly today: Date; readonly correlationId: string }
type Pair = { variant_id: number; from_record_id: number; to_record_id: number; free: number }

const DAY_MS = 86_400_000
const ACTOR = 'system:seed'

type Story = {
  readonly from: SeedLocation
  readonly to: SeedLocation
  readonly state: 'draft' | 'in-transit' | 'received'
  /** Days before today it was written; it should arrive three days later. */
  readonly daysAgo: number
}

const { rotterdam, leipzig, amsterdam, copenhagen } = LOCATIONS
const STORIES: readonly Story[] = [
  { from: rotterdam, to: amsterdam, state: 'received', daysAgo: 9 },
  { from: leipzig, to: copenhagen, state: 'in-transit', daysAgo: 6 },
  { from: rotterdam, to: leipzig, state: 'in-transit', daysAgo: 2 },
  { from: rotterdam, to: copenhagen, state: 'in-transit', daysAgo: 1 },
  { from: amsterdam, to: copenhagen, state: 'draft', daysAgo: 0 },
]

/** Work that is under way when the demo shop opens: transfers, pieces held back, a count half done. Answers the ledger entries. */
export async function writeMovement(client: PoolClient, writing: Writing): Promise<number> {
  const random = randomFrom(writing.seed, 'movement')
  const taken = new Set<number>()
  let entries = 0
  for (const story of STORIES) entries += await writeTransfer(client, story, { ...writing, random, taken })
  entries += await holdBack(client, { ...writing, random, taken })
  await beginCount(client, writing)
  return entries
}

type Telling = Writing & { readonly random: Random; readonly taken: Set<number> }

async function writeTransfer(
  client: PoolClient,
  { from, to, state, daysAgo }: Story,
  telling: Telling,
): Promise<number> {
  const { today, correlationId, random, taken } = telling
  const { rows } = await client.query<Pair>(
    `SELECT f.variant_id, f.record_id AS from_record_id, t.record_id AS to_record_id,
      f.on_hand - f.unavailable - f.safety_stock AS free
    FROM stock_level f JOIN stock_level t ON t.variant_id = f.variant_id AND t.location_id = $2
    WHERE f.location_id = $1 AND f.on_hand - f.unavailable - f.safety_stock >= 6 AND f.variant_id <> ALL($3::int[])
    ORDER BY f.record_id LIMIT 40`,
    [from.id, to.id, [...taken]],
  )
  const lines = Array.from({ length: Math.min(3, rows.length) }, (_, nth) => {
    const pair = rows[Math.floor(((nth + random.next()) * rows.length) / 3)]
    return pair && { ...pair, quantity: random.int(1, 3) }
  }).filter((line) => line !== undefined)
  if (lines.length === 0) return 0
  for (const line of lines) taken.add(line.variant_id)
  const writtenAt = new Date(today.getTime() - daysAgo * DAY_MS - 3_600_000)
  const sentAt = new Date(writtenAt.getTime() + 1_800_000)
  const receivedAt = new Date(writtenAt.getTime() + 3 * DAY_MS)
  const hasLeft = state !== 'draft'
  const { rows: documents } = await client.query<{ id: number }>(
    `INSERT INTO stock_transfer (request_id, state, version, from_location_id, to_location_id, expected_on, created_by, created_at,
      dispatched_at, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      random.uuid(),
      state,
      state === 'received' ? 3 : hasLeft ? 2 : 1,
      from.id,
      to.id,
      receivedAt.toISOString().slice(0, 10),
      ACTOR,
      writtenAt,
      hasLeft ? sentAt : null,
      state === 'received' ? receivedAt : null,
    ],
  )
  const id = documents[0]?.id
  if (id === undefined) throw new Error('the transfer was not written')
  await client.query(
    `INSERT INTO stock_transfer_line (transfer_id, line_no, variant_id, from_record_id, to_record_id, quantity, received)
    SELECT $1, n.ord, n.variant_id, n.from_record_id, CASE WHEN $6 THEN n.to_record_id END, n.quantity, CASE WHEN $7 THEN n.quantity ELSE 0 END
    FROM unnest($2::int[], $3::int[], $4::int[], $5::int[]) WITH ORDINALITY AS n(variant_id, from_record_id, to_record_id, quantity, ord)`,
    [
      id,
      lines.map((line) => line.variant_id),
      lines.map((line) => line.from_record_id),
      lines.map((line) => line.to_record_id),
      lines.map((line) => line.quantity),
      hasLeft,
      state === 'received',
    ],
  )
  const told = { reason: 'transfer', cause: { type: 'transfer', id: String(id) } } as const
  const out = lines.map(
    (line): LaterEntry => ({
      recordId: line.from_record_id,
      event: { type: 'TransferredOut', quantity: line.quantity, ...told },
      at: sentAt,
      actor: ACTOR,
    }),
  )
  const back = lines.map(
    (line): LaterEntry => ({
      recordId: line.to_record_id,
      event: { type: 'TransferredIn', quantity: line.quantity, ...told },
      at: receivedAt,
      actor: ACTOR,
    }),
  )
  return await appendEntries(client, [...(hasLeft ? out : []), ...(state === 'received' ? back : [])], correlationId)
}

const WHY = [
  { type: 'Damaged', reason: 'damaged-on-the-way', note: 'Torn at the seam' },
  { type: 'QualityHeld', reason: 'suspected-fault', note: 'Colour differs from the rest of the batch' },
  { type: 'QualityHeld', reason: 'soiled', note: 'Make-up at the collar' },
] as const

/** Pieces that are there and not for sale: held back by hand, as the quality desk does it. */
async function holdBack(client: PoolClient, { today, correlationId, random, taken }: Telling): Promise<number> {
  const { rows } = await client.query<{ record_id: number }>(
    `SELECT record_id FROM stock_level WHERE on_hand - unavailable - safety_stock >= 8 AND variant_id <> ALL($1::int[])
    ORDER BY record_id LIMIT 200`,
    [[...taken]],
  )
  const entries = Array.from({ length: Math.min(8, rows.length) }, (_, nth): LaterEntry | undefined => {
    const row = rows[Math.floor((nth * rows.length) / 8)]
    const { note, reason, type } = WHY[nth % WHY.length] ?? WHY[0]
    const at = new Date(today.getTime() - random.int(1, 6) * DAY_MS + random.int(0, DAY_MS / 2))
    const cause = { type: 'adjustment', id: correlationId } as const
    return (
      row && {
        recordId: row.record_id,
        event: { type, quantity: random.int(1, 2), reason, note, cause },
        at,
        actor: ACTOR,
      }
    )
  }).filter((entry) => entry !== undefined)
  return await appendEntries(client, entries, correlationId)
}

/** A count of one house at the Amsterdam shop: half looked at, one shelf to be looked at again. */
async function beginCount(client: PoolClient, { seed, today }: Writing): Promise<void> {
  const { rows: houses } = await client.query<{ name: string }>(
    `SELECT b.name FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
    JOIN brand b ON b.id = p.brand_id WHERE l.location_id = $1 GROUP BY b.id HAVING count(*) BETWEEN 4 AND 60
    ORDER BY count(*) DESC, b.id LIMIT 1`,
    [amsterdam.id],
  )
  const house = houses[0]
  if (!house) return
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO stock_count (request_id, location_id, filter, recount_units, recount_percent, created_by, created_at)
    VALUES ($1, $2, $3, 2, 10, $4, $5) RETURNING id`,
    [randomFrom(seed, 'count').uuid(), amsterdam.id, `“${house.name}”`, ACTOR, new Date(today.getTime() - 7_200_000)],
  )
  await client.query(
    `INSERT INTO stock_count_line (count_id, record_id, variant_id, first_counted, first_on_hand, first_version, first_at, first_by)
    SELECT $1, n.record_id, n.variant_id, CASE WHEN n.looked THEN n.on_hand + n.off END, CASE WHEN n.looked THEN n.on_hand END,
      CASE WHEN n.looked THEN n.version END, CASE WHEN n.looked THEN $4::timestamptz END, CASE WHEN n.looked THEN $5 END
    FROM (SELECT l.record_id, l.variant_id, l.on_hand, l.version, nth % 2 = 1 AS looked,
        CASE nth WHEN 1 THEN 4 WHEN 5 THEN 1 ELSE 0 END AS off
      FROM (SELECT l.*, row_number() OVER (ORDER BY l.record_id) AS nth FROM stock_level l JOIN variant v ON v.id = l.variant_id
        JOIN product p ON p.id = v.product_id JOIN brand b ON b.id = p.brand_id WHERE l.location_id = $2 AND b.name = $3) l) n`,
    [rows[0]?.id, amsterdam.id, house.name, new Date(today.getTime() - 3_600_000), ACTOR],
  )
}
