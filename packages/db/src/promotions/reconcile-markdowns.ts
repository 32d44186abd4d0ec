import { deepestMarkdown, type Markdown } from '@selvedge/core'
import type pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'
import { announceProducts } from '../catalog/announce-products'
import { inTransaction } from '../inventory/in-transaction'
import { tellRoom } from '../outbox/tell-rooms'
import { type MarkdownRow, toMarkdown } from './markdown-rows'
import { productsInScope, readProductFacts } from './products-in-scope'

/** Marked products and by which markdown, as prices stand now. */
const readMarked = async (client: pg.ClientBase): Promise<Map<number, number>> => {
  const { rows } = await client.query<{ product_id: number; markdown_id: number }>(
    'SELECT DISTINCT product_id, markdown_id FROM marked_variant',
  )
  return new Map(rows.map((row) => [row.product_id, row.markdown_id]))
}

const readLive = async (client: pg.ClientBase): Promise<{ now: Date; rows: MarkdownRow[] }> => {
  const { rows } = await client.query<MarkdownRow>(
    `SELECT m.*, clock_timestamp() AS now FROM markdown m
    WHERE starts_at <= clock_timestamp() AND ended_at IS NULL AND (ends_at IS NULL OR ends_at > clock_timestamp())`,
  )
  return { now: rows[0]?.now ?? new Date(0), rows }
}

/** What each product should be marked by now: only those that some markdown reaches and whose conditions it meets. */
const readWanted = async (client: pg.ClientBase): Promise<Map<number, Markdown>> => {
  const { now, rows } = await readLive(client)
  const reaching = new Map<number, Markdown[]>()
  for (const row of rows) {
    const reached = await productsInScope(client, { productId: row.product_id, collectionId: row.collection_id })
    for (const productId of reached) reaching.set(productId, [...(reaching.get(productId) ?? []), toMarkdown(row)])
  }
  const wanted = new Map<number, Markdown>()
  for (const facts of await readProductFacts(client, [...reaching.keys()])) {
    const deepest = deepestMarkdown(reaching.get(facts.productId) ?? [], facts, now)
    if (deepest) wanted.set(facts.productId, deepest)
  }
  return wanted
}

const restore = async (client: pg.ClientBase, productIds: readonly number[]): Promise<void> => {
  await client.query(
    `WITH gone AS (DELETE FROM marked_variant WHERE product_id = ANY($1::int[]) RETURNING *)
    UPDATE variant v SET price_minor = gone.list_price_minor, compare_at_minor = gone.list_compare_at_minor
    FROM gone WHERE v.id = gone.variant_id`,
    [productIds],
  )
}

// The rounding is core's markedPriceMinor; a test compares the two.
const mark = async (
  client: pg.ClientBase,
  marks: readonly (readonly [productId: number, Markdown])[],
): Promise<void> => {
  await client.query(
    `WITH wanted AS (SELECT * FROM unnest($1::int[], $2::int[], $3::int[]) AS w(product_id, markdown_id, percent)),
    kept AS (
      INSERT INTO marked_variant (variant_id, product_id, markdown_id, list_price_minor, list_compare_at_minor)
      SELECT v.id, v.product_id, w.markdown_id, v.price_minor, v.compare_at_minor FROM variant v JOIN wanted w USING (product_id)
      RETURNING variant_id, list_price_minor, markdown_id
    )
    UPDATE variant v SET compare_at_minor = coalesce(v.compare_at_minor, kept.list_price_minor),
      price_minor = CASE WHEN kept.list_price_minor = 0 THEN 0
        ELSE greatest(1, (kept.list_price_minor::bigint * (100 - w.percent) + 50) / 100)::int END
    FROM kept JOIN (SELECT DISTINCT markdown_id, percent FROM wanted) w USING (markdown_id) WHERE v.id = kept.variant_id`,
    [marks.map(([id]) => id), marks.map(([, markdown]) => markdown.id), marks.map(([, markdown]) => markdown.percent)],
  )
}

/** See MarkdownStore.reconcile. One reconciliation at a time over all processes. */
export const reconcileMarkdowns = (pool: pg.Pool): Promise<number> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.reconcileMarkdowns])
    const [marked, wanted] = [await readMarked(client), await readWanted(client)]
    const stale = [...marked].filter(([productId, markdownId]) => wanted.get(productId)?.id !== markdownId)
    const fresh = [...wanted].filter(([productId, markdown]) => marked.get(productId) !== markdown.id)
    const changed = [...new Set([...stale.map(([id]) => id), ...fresh.map(([id]) => id)])]
    if (changed.length === 0) return 0
    await restore(
      client,
      stale.map(([id]) => id),
    )
    await mark(client, fresh)
    await announceProducts(client, changed, 'markdowns')
    await tellRoom(client, 'markdown', 'markdowns')
    return changed.length
  })
