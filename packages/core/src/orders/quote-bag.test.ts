import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOfMinor } from '../money'
import { SHIPPING_METHODS, type ShippingMethod } from './checkout'
import { quoteBag } from './quote-bag'

const lines = fc.array(
  fc.record({
    sku: fc.string({ minLength: 1, maxLength: 8 }),
    quantity: fc.integer({ min: 1, max: 10 }),
    unitPriceMinor: fc.integer({ min: 1, max: 2_000_000 }),
  }),
  { minLength: 1, maxLength: 10 },
)
const shippingMethod = fc.constantFrom<ShippingMethod>('standard', 'express')
const quote = (given: Parameters<typeof quoteBag>[0]['lines'], method: ShippingMethod, taxRateBp = 2_100) =>
  quoteBag({ lines: given, currency: 'EUR', taxRateBp, shippingMethod: method })

test('what the shopper pays is the sum of the lines and the shipping, to the cent', () => {
  fc.assert(
    fc.property(lines, shippingMethod, (given, method) => {
      const { totalMinor, subtotalMinor, shippingMinor, discountMinor, lines: priced } = quote(given, method)
      expect(totalMinor).toBe(given.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0) + shippingMinor)
      expect(subtotalMinor).toBe(priced.reduce((sum, line) => sum + line.totalMinor, 0))
      expect(discountMinor).toBe(0)
    }),
  )
})

test('the tax is in the price: the sum of what each line and the shipping say, within half a cent each of the exact share', () => {
  fc.assert(
    fc.property(lines, shippingMethod, fc.integer({ min: 0, max: 3_000 }), (given, method, rate) => {
      const priced = quote(given, method, rate)
      const { taxMinor, shippingTaxMinor, totalMinor } = priced
      expect(taxMinor).toBe(priced.lines.reduce((sum, line) => sum + line.taxMinor, 0) + shippingTaxMinor)
      const exact = (totalMinor * rate) / (10_000 + rate)
      expect(Math.abs(taxMinor - exact)).toBeLessThanOrEqual((priced.lines.length + 1) / 2 + 1e-6)
      for (const line of priced.lines) {
        // Net and tax make the gross price, and the net taxed again is the gross within a cent.
        const net = line.totalMinor - line.taxMinor
        expect(Math.abs(net + shareOfMinor(net, rate) - line.totalMinor)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('every figure is a whole number of cents, and none is negative', () => {
  fc.assert(
    fc.property(lines, shippingMethod, (given, method) => {
      const { lines: priced, currency, ...figures } = quote(given, method)
      const all = [...Object.values(figures), ...priced.flatMap((line) => [line.totalMinor, line.taxMinor])]
      expect(all.every((figure) => Number.isSafeInteger(figure) && figure >= 0)).toBe(true)
      expect(currency).toBe('EUR')
    }),
  )
})

test('the order of the lines does not change what is paid', () => {
  fc.assert(
    fc.property(lines, shippingMethod, (given, method) => {
      const { totalMinor, taxMinor } = quote(given, method)
      expect(quote([...given].reverse(), method)).toMatchObject({ totalMinor, taxMinor })
    }),
  )
})

test('standard shipping is free from 150.00 on and not a cent before; express never is', () => {
  const { priceMinor, freeFromMinor } = SHIPPING_METHODS.standard
  const one = (unitPriceMinor: number, method: ShippingMethod) =>
    quote([{ sku: 'a', quantity: 1, unitPriceMinor }], method).shippingMinor
  expect(one(freeFromMinor - 1, 'standard')).toBe(priceMinor)
  expect(one(freeFromMinor, 'standard')).toBe(0)
  expect(one(freeFromMinor * 10, 'express')).toBe(SHIPPING_METHODS.express.priceMinor)
})

test('a shirt of 121.00 holds 21.00 of tax', () => {
  const priced = quote([{ sku: 'shirt', quantity: 1, unitPriceMinor: 12_100 }], 'standard')
  expect(priced.lines[0]?.taxMinor).toBe(2_100)
  expect(priced).toMatchObject({ shippingMinor: 590, shippingTaxMinor: 102, taxMinor: 2_202, totalMinor: 12_690 })
})
