import { createHash } from 'node:crypto'
import type { CatalogueTable } from '@selvedge/recs'

type Prices = Pick<CatalogueTable, 'ids' | 'placeOf' | 'priceMinor' | 'discount'>

/** Products that stand in both tables with another price, or another one struck through. */
export function movedPrices(before: Prices, now: Prices): readonly number[] {
  const moved: number[] = []
  for (const [place, productId] of now.ids.entries()) {
    const then = before.placeOf(productId)
    if (then < 0) continue
    const isSame = before.priceMinor[then] === now.priceMinor[place] && before.discount[then] === now.discount[place]
    if (!isSame) moved.push(productId)
  }
  return moved
}

/** One word for all prices of a table: another one stands for others, or for other products. */
export const pricesFingerprint = ({ ids, priceMinor, discount }: Omit<Prices, 'placeOf'>): string => {
  const hash = createHash('sha256')
  for (const column of [ids, priceMinor, discount]) hash.update(column)
  return hash.digest('hex').slice(0, 32)
}
