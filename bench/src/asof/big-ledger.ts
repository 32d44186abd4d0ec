import { EMPTY_STOCK, type StockState } from '@selvedge/core'
import { copyEntries, copyLevels, type RandomEntry, randomEntry, seededRandom } from '@selvedge/db/testing'
import type pg from 'pg'

export const RECORDS = 100_000
export const LOCATIONS = 10
/** The year the ledger tells of. */
export const FROM_MS = Date.UTC(2025, 0, 1)
export const TO_MS = Date.UTC(2026, 0, 1)

export const recordsOf = (locationId: number): number[] =>
  Array.from({ length: RECORDS / LOCATIONS }, (_, n) => n * LOCATIONS + locationId)

/** Ranks drawn by Zipf's law (exponent 1) from a table of cumulated shares. */
const zipfRanks = (count: number, random: () => number): (() => number) => {
  const cumulative = new Float64Array(count)
  let sum = 0
  for (let rank = 0; rank < count; rank += 1) cumulative[rank] = sum += 1 / (rank + 1)
  return () => {
    const target = random() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) < target) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The shop's places and SKUs; levels and streams follow. */
const insertPlaces = async (pool: pg.Pool): Promise<void> => {
  await pool.query(`INSERT INTO brand (id, slug, name, character) VALUES (1, 'b', 'Brand', '')`)
  await pool.query(`INSERT INTO product (id, slug, title, description, brand_id, garment, category, department, attributes, published_at)
    VALUES (1, 'p', 'Product', '', 1, 'shirt', 'tops', 'unisex', '{}', now())`)
  await pool.query(`INSERT INTO location (id, code, name, kind, country, priority, lead_days)
    SELECT n, 'L' || n, 'L', 'warehouse', 'NL', n, 1 FROM generate_series(1, ${LOCATIONS}) n`)
  await pool.query(`INSERT INTO variant (id, product_id, sku, colour, size, size_order, price_minor, currency, weight_grams)
    SELECT n, 1, 'SKU-' || n, 'c' || n, 'M', 1, 9900, 'EUR', 300 FROM generate_series(1, ${RECORDS / LOCATIONS}) n`)
}

/** A ledger that grows: the same law whatever its size, so that the cost can be drawn against it. */
export const openBigLedger = async (pool: pg.Pool, total: number) => {
  const random = seededRandom(20_261_125)
  const rank = zipfRanks(RECORDS, random)
  // Ranks are spread over the records, so that no location has all the hot ones.
  const recordOf = (nth: number): number => ((nth * 61_211) % RECORDS) + 1
  const states = new Map<number, StockState>()
  let made = 0
  await insertPlaces(pool)
  const client = await pool.connect()
  await copyLevels(
    client,
    Array.from({ length: RECORDS }, (_, n) => ({
      recordId: n + 1,
      variantId: Math.floor(n / LOCATIONS) + 1,
      locationId: (n % LOCATIONS) + 1,
      state: EMPTY_STOCK,
    })),
  )
  client.release()

  function* entries(until: number): Generator<RandomEntry & { recordId: number; version: number }> {
    for (; made < until; made += 1) {
      const recordId = recordOf(rank())
      const recordedAtMs = Math.floor(FROM_MS + ((made + random()) / total) * (TO_MS - FROM_MS))
      const { entry, after } = randomEntry(random, states.get(recordId) ?? EMPTY_STOCK, recordedAtMs)
      states.set(recordId, after)
      yield { ...entry, recordId, version: after.version }
    }
  }
  return {
    hottest: (count: number): number[] => Array.from({ length: count }, (_, nth) => recordOf(nth)),
    /** Records of the cold half. */
    cold: (count: number): number[] =>
      Array.from({ length: count }, () => recordOf(RECORDS / 2 + Math.floor(random() * (RECORDS / 2)))),
    grow: async (until: number): Promise<void> => {
      const writer = await pool.connect()
      await writer.query('SET statement_timeout = 0')
      await copyEntries(writer, entries(until))
      writer.release(true)
      await pool.query('ANALYZE inventory_event')
    },
    states,
    random,
  }
}
