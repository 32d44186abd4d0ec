import { accept, type Result, reject, type SupplyRejection } from '@selvedge/core'
import type pg from 'pg'

/** The variant of each line, in the lines' order; a SKU that is unknown or comes twice names its line. */
export const findSkus = async <L extends { readonly sku: string }>(
  client: pg.PoolClient,
  lines: readonly L[],
): Promise<Result<readonly (L & { readonly variantId: number })[], SupplyRejection>> => {
  const seen = new Set<string>()
  for (const [nth, { sku }] of lines.entries()) {
    if (seen.has(sku)) return reject({ code: 'SKU_TWICE', line: nth + 1, sku })
    seen.add(sku)
  }
  const { rows } = await client.query<{ id: number; sku: string }>(
    'SELECT id, sku FROM variant WHERE sku = ANY($1::text[])',
    [[...seen]],
  )
  const known = new Map(rows.map((row) => [row.sku, row.id]))
  const found: (L & { readonly variantId: number })[] = []
  for (const [nth, line] of lines.entries()) {
    const variantId = known.get(line.sku)
    if (variantId === undefined) return reject({ code: 'SKU_UNKNOWN', line: nth + 1, sku: line.sku })
    found.push({ ...line, variantId })
  }
  return accept(found)
}
