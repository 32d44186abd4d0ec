import type { StoredCard } from '@selvedge/core'
import { standInCard } from '@selvedge/core/testing/feed'
import { expect, test } from 'vitest'
import { createSharedCards } from './shared-cards'

const card = (change: Partial<StoredCard> = {}): StoredCard =>
  standInCard(1, {
    colours: [{ value: 'navy', label: 'Navy', hex: '#112244', pictureKey: 'front' }],
    priceMinor: 9_500,
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
