import { expect, test } from 'vitest'
import type { ServedItem } from './served-item'
import { withoutPast } from './without-past'

const item = (productId: number, reason: ServedItem['reason']): ServedItem => ({
  card: {
    productId,
    slug: `piece-${productId}`,
    title: 'Piece',
    brand: 'Brask',
    category: 'tops',
    priceMinor: 8_000,
    currency: 'EUR',
    pictureKey: 'p',
    alt: 'A piece',
    colours: [],
    isNew: false,
    stock: { available: 3, buyableSizes: 1, totalSizes: 1 },
  },
  reason,
  source: 'wished',
  servedId: 's',
  modelVersion: 'm',
})

test('a piece that stays although no answer brings it up any more says no longer that it costs less', () => {
  const less = { code: 'NOW_LESS', percent: 40 } as const
  const shown = [item(1, less), item(2, less), item(3, { code: 'MOST_BOUGHT' })]
  expect(withoutPast(shown, [item(2, less)]).map(({ isReasonPast }) => isReasonPast)).toEqual([
    true,
    undefined,
    undefined,
  ])
})
