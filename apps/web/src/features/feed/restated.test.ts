import type { LiveProductCard } from '@selvedge/core'
import { expect, test } from 'vitest'
import { restated } from './restated'
import type { ServedItem } from './served-item'

const card = (productId: number, priceMinor: number, available = 3): LiveProductCard => ({
  productId,
  slug: `piece-${productId}`,
  title: 'Piece',
  brand: 'Brask',
  category: 'tops',
  priceMinor,
  currency: 'EUR',
  pictureKey: 'p',
  alt: 'A piece',
  colours: [],
  isNew: false,
  stock: { available, buyableSizes: 1, totalSizes: 1 },
})
const item = (productId: number, reason: ServedItem['reason']): ServedItem => ({
  card: card(productId, 8_000),
  reason,
  source: 'popular',
  servedId: 's',
  modelVersion: 'm',
})

test('what stands on the page shows the price of now; its stock, which it follows itself, stays', () => {
  const [first, second] = restated(
    [item(1, { code: 'MOST_BOUGHT' }), item(2, { code: 'MOST_BOUGHT' })],
    [card(1, 5_000, 0)],
  )
  expect(first).toMatchObject({ card: { priceMinor: 5_000, stock: { available: 3 } }, reason: { code: 'MOST_BOUGHT' } })
  expect(second).toEqual(item(2, { code: 'MOST_BOUGHT' }))
})

test('a markdown that is over is no reason any more', () => {
  const shown = [item(1, { code: 'NOW_LESS', percent: 40 })]
  expect(restated(shown, [card(1, 13_000)])[0]?.isReasonPast).toBe(true)
  expect(restated(shown, [card(1, 8_000)])[0]?.isReasonPast).toBeUndefined()
  expect(restated(shown, undefined)).toBe(shown)
})
