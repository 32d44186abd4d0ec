import { expect, test } from 'vitest'
import { isPending, withAdded, withoutLine, withQuantity } from './optimistic'

const piece = {
  sku: 'A-M',
  productId: 1,
  slug: 'a',
  title: 'A',
  brand: 'B',
  colour: 'Indigo',
  size: 'M',
  pictureKey: 'k',
  unitPriceMinor: 1_999,
  currency: 'EUR',
}

test('a piece put into an empty bag shows at once, marked as not yet answered', () => {
  const bag = withAdded(undefined, piece, 1)
  expect(bag).toMatchObject({ units: 1, subtotalMinor: 1_999, currency: 'EUR' })
  expect(bag.lines.map(isPending)).toEqual([true])
})

test('the same piece again counts on its own line', () => {
  const bag = withAdded(withAdded(undefined, piece, 1), piece, 2)
  expect(bag.lines).toHaveLength(1)
  expect(bag).toMatchObject({ units: 3, subtotalMinor: 5_997 })
})

test('the subtotal follows a changed quantity and a removed line', () => {
  const bag = withAdded(withAdded(undefined, piece, 1), { ...piece, sku: 'A-L', unitPriceMinor: 500 }, 1)
  const [newest] = bag.lines
  expect(withQuantity(bag, newest?.lineId ?? '', 3)).toMatchObject({ units: 4, subtotalMinor: 3_499 })
  expect(withoutLine(bag, newest?.lineId ?? '')).toMatchObject({ units: 1, subtotalMinor: 1_999 })
})
