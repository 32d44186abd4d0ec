import { type Markdown, type MarkdownView, markdownState } from '@selvedge/core'

/** A markdown with the name of what it reaches and the products it has marked. */
export type MarkdownRow = {
  readonly id: number
  readonly name: string
  readonly product_id: number | null
  readonly collection_id: number | null
  readonly percent: number
  readonly starts_at: Date
  readonly ends_at: Date | null
  readonly ended_at: Date | null
  readonly min_stock_age_days: number | null
  readonly min_units: number | null
  readonly created_by: string
  readonly slug: string
  readonly title: string
  readonly products: number
  readonly now: Date
}

export const SELECT_MARKDOWNS = `SELECT m.*, coalesce(p.slug, c.slug) AS slug, coalesce(p.title, c.title) AS title,
    coalesce(u.name, m.created_by) AS created_by, clock_timestamp() AS now,
    (SELECT count(DISTINCT v.product_id) FROM marked_variant v WHERE v.markdown_id = m.id)::int AS products
  FROM markdown m LEFT JOIN product p ON p.id = m.product_id LEFT JOIN collection c ON c.id = m.collection_id
  LEFT JOIN users u ON 'staff:' || u.id = m.created_by`

/** The markdown as rules see it. */
export const toMarkdown = (
  row: Omit<MarkdownRow, 'slug' | 'title' | 'products' | 'now' | 'name' | 'created_by'>,
): Markdown => ({
  id: row.id,
  scope:
    row.product_id === null
      ? { kind: 'collection', collectionId: row.collection_id ?? 0 } // a CHECK says that one of the two is there
      : { kind: 'product', productId: row.product_id },
  percent: row.percent,
  startsAt: row.starts_at,
  ...(row.ends_at ? { endsAt: row.ends_at } : {}),
  ...(row.ended_at ? { endedAt: row.ended_at } : {}),
  ...(row.min_stock_age_days === null ? {} : { minStockAgeDays: row.min_stock_age_days }),
  ...(row.min_units === null ? {} : { minUnits: row.min_units }),
})

/** The markdown as staff see it, by the database's clock. */
export const toView = (row: MarkdownRow): MarkdownView => {
  const markdown = toMarkdown(row)
  const endsAt = row.ended_at ?? row.ends_at
  return {
    id: row.id,
    name: row.name,
    scope: { kind: markdown.scope.kind, slug: row.slug, title: row.title },
    percent: row.percent,
    startsAtMs: row.starts_at.getTime(),
    ...(endsAt ? { endsAtMs: endsAt.getTime() } : {}),
    ...(row.min_stock_age_days === null ? {} : { minStockAgeDays: row.min_stock_age_days }),
    ...(row.min_units === null ? {} : { minUnits: row.min_units }),
    state: markdownState(markdown, row.now),
    products: row.products,
    createdBy: row.created_by,
  }
}
