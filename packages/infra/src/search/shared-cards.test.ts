import type { StoredCard } from '@selvedge/core'
import { expect, test } from 'vitest'
import { createSharedCards } from './shared-cards'

const card = (change: Partial<StoredCard> = {}): StoredCard => ({
  productId: 1,
  slug: 'marlow-overshirt',
  title: 'Overshirt',
  brand: 'Marlow',
  category: 'shirts',
  priceMinor: 9_500,
  currency: 'EUR',
  pictureKey: 'front',
  alt: '',
  colours: [{ value: 'navy', label: 'Navy', hex: '#112244', pictureKey: 'front' }],
  isNew: false,
  stock: { available: 2, buyableSizes: 1, totalSizes: 2 },
  ...change,
})

test('a card that says the same is the same object, one that says something else replaces it', () => {
  const share = createSharedCards()
  const first = share(card())
  expect(share(card())).toBe(first)
  const cheaper = share(card({ priceMinor: 8_000 }))
  expect(cheaper).toMatchObject({ priceMinor: 8_000 })
  expect(share(card({ priceMinor: 8_000 }))).toBe(cheaper)
  expect(first).toMatchObject({ priceMinor: 9_500 })
  expect(share(card({ productId: 2 }))).not.toBe(cheaper)
})
