import { expect, test } from 'vitest'
import type { BagLineRecord, BagRecord } from '../bag/ports'
import type { Country } from './country'
import { draftOrder } from './draft-order'

const line = (sku: string, notSoldIn?: readonly string[]): BagLineRecord => ({
  lineId: sku,
  variantId: 1,
  productId: 1,
  sku,
  slug: sku,
  title: `Piece ${sku}`,
  brand: 'Brask',
  colour: 'navy',
  size: 'M',
  pictureKey: 'p',
  quantity: 1,
  unitPriceMinor: 20_000,
  ...(notSoldIn === undefined ? {} : { notSoldIn }),
})

const draftTo = (country: Country, lines: readonly BagLineRecord[], expectedTotalMinor = 20_000 * lines.length) => {
  const bag: BagRecord = { cartId: 'c', currency: 'EUR', version: 1, now: new Date(0), lines }
  const address = { name: 'Ada', line1: 'Dam 1', city: 'A', postcode: '1', country }
  const order = { shippingMethod: 'standard' as const, expectedTotalMinor, address }
  return draftOrder(bag, order, { taxRateBp: 2_100 }, () => 'new')
}

test('what a house does not let us sell in a country is not sent there, and the refusal names it', () => {
  const lines = [line('A', ['FR', 'AT']), line('B')]
  expect(draftTo('FR', lines)).toEqual({
    ok: false,
    error: { code: 'NOT_SOLD_THERE', country: 'FR', lines: [{ sku: 'A', title: 'Piece A' }] },
  })
  expect(draftTo('NL', lines).ok).toBe(true)
  expect(draftTo('FR', [line('B')]).ok).toBe(true)
})

test('a total that has changed is told before anything is drafted', () => {
  const answer = draftTo('NL', [line('A')], 1)
  expect(answer.ok ? undefined : answer.error.code).toBe('PRICE_CHANGED')
})
