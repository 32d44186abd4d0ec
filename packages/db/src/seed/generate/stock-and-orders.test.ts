import { availableToSell, EMPTY_STOCK, evolve } from '@selvedge/core'
import { describe, expect, test } from 'vitest'
import { generateCustomers } from './customers'
import { generateOrders } from './orders'
import { planCatalogue } from './plan'
import { generateProduct } from './product'
import { sketchOf } from './sketch'
import { stockOf } from './stock'

const options = { seed: 7, today: new Date('2026-11-23T00:00:00Z'), products: 400 }
const products = planCatalogue(options.products, options.seed).map((plan) => generateProduct(plan, options))
const stock = products.map((product, index) => stockOf(product, index, options))
const records = stock.flat(2)

describe('opening stock', () => {
  test('every level is the fold of its entries, which begin with a receipt and lie in the past', () => {
    for (const { events, level } of records) {
      expect(events[0]?.type).toBe('Received')
      expect(events.reduce(evolve, EMPTY_STOCK)).toEqual(level)
      expect(level.onHand).toBeGreaterThanOrEqual(0)
      for (const event of events) expect(event.at.getTime()).toBeLessThan(options.today.getTime())
    }
  })

  test('some SKUs are low, some are gone, most can be bought', () => {
    const available = stock.flat().map((ofSku) => ofSku.reduce((sum, record) => sum + availableToSell(record.level), 0))
    const share = (of: (units: number) => boolean) => available.filter(of).length / available.length
    expect(share((units) => units === 0)).toBeGreaterThan(0.06)
    expect(share((units) => units === 0)).toBeLessThan(0.25)
    expect(share((units) => units > 0 && units <= 3)).toBeGreaterThan(0.08)
  })

  test('the twenty best sellers can all be bought', () => {
    for (const [index, product] of products.entries()) {
      if (product.rank > 20) continue
      const units = (stock[index] ?? []).flat().reduce((sum, record) => sum + availableToSell(record.level), 0)
      expect(units, product.slug).toBeGreaterThan(20)
    }
  })

  test('shops keep their last pieces and makers in Porto hold what they sew', () => {
    expect(records.filter((r) => r.location.kind === 'shop').every((r) => r.level.safetyStock === 2)).toBe(true)
    for (const [index, product] of products.entries()) {
      const held = (stock[index] ?? []).flat().some((record) => record.location.kind === 'supplier')
      expect(held, product.slug).toBe(product.dropShip)
    }
  })
})

describe('past orders', () => {
  const sketches = products.map((product, index) =>
    sketchOf(product, { productId: index + 1, firstVariantId: index * 100 + 1 }),
  )
  const customers = generateCustomers(100, options)
  const orders = [...generateOrders({ ...options, count: 1_500, products: sketches, customers })]

  test('add up to the cent', () => {
    for (const order of orders) {
      expect(order.subtotalMinor).toBe(order.lines.reduce((sum, line) => sum + line.totalMinor, 0))
      expect(order.totalMinor).toBe(order.subtotalMinor + order.shippingMinor)
    }
  })

  test('never hold a product before it was published', () => {
    for (const { placedAt, lines } of orders) {
      for (const { productId } of lines) {
        expect(sketches[productId - 1]?.publishedAt).toBeLessThanOrEqual(placedAt.getTime())
      }
    }
  })

  test('put things together that are worn together: some pairs come far more often than chance', () => {
    const [pairs, singles] = [new Map<string, number>(), new Map<number, number>()]
    for (const { lines } of orders) {
      const ids = lines.map((line) => line.productId).sort((a, b) => a - b)
      for (const [nth, a] of ids.entries()) {
        singles.set(a, (singles.get(a) ?? 0) + 1)
        for (const b of ids.slice(nth + 1)) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1)
      }
    }
    const lifts = [...pairs].flatMap(([pair, times]) => {
      const [a = 0, b = 0] = pair.split(' ').map(Number)
      return times < 5 ? [] : [(times * orders.length) / ((singles.get(a) ?? 1) * (singles.get(b) ?? 1))]
    })
    expect(lifts.length).toBeGreaterThan(10)
    expect(lifts.filter((lift) => lift > 3).length / lifts.length).toBeGreaterThan(0.6)
  })
})
