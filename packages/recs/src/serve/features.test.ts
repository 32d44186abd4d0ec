import { describe, expect, test } from 'vitest'
import { buildCatalogueTable } from './catalogue-table'
import { codeShopper } from './coded-shopper'
import { dayNumber } from './day-number'
import { FEATURE_COUNT, featureAt } from './feature-names'
import { fillItem } from './features'
import { FIT_UNKNOWN } from './fit-pieces'
import { blankFacts } from './item-facts'
import { fitFor, placeFit } from './placed-fit'
import { createStockBits } from './stock-bits'
import { drawFit, drawProducts, drawShopper, NOW_MS } from './testing'

const PRODUCTS = 40
const products = drawProducts(PRODUCTS, 2).map((product, n) =>
  n === 0
    ? { ...product, priceMinor: 6_000, compareAtMinor: 10_000, margin: 0.62 }
    : n === 1
      ? { ...product, terms: ['colour:blue', 'colour:red', 'category:tops', 'brand:brand-2'], margin: -3 }
      : n === 2
        ? { ...product, margin: undefined }
        : product,
)
const table = buildCatalogueTable(products)
const kinds = { clothes: 0, shoes: 1 }
const fitModel = drawFit(PRODUCTS, 3)

const world = (variants = 0) => {
  const bits = createStockBits(table)
  const facts = blankFacts(table.size, variants)
  for (const sku of table.variants.skus) bits.patch({ sku, version: 1, available: 9 })
  const fit = placeFit(table, fitModel, kinds)
  const row = (productId: number, changes: Parameters<typeof drawShopper>[2] = {}) => {
    const shopper = codeShopper(table, bits, drawShopper(1, PRODUCTS, changes))
    const out = new Float32Array(FEATURE_COUNT)
    const wearing = shopper.shopper.wearing
    const request = { table, bits, facts, shopper, fit: fitFor({ fit }, bits, wearing), nowMs: NOW_MS, season: 2 }
    fillItem(request, table.placeOf(productId), out, 0)
    return (name: string): number => out[featureAt(name)] ?? Number.NaN
  }
  return { bits, facts, row }
}

const kept = (size: string) => ({ worn: [{ size, outcome: 'fit' as const }], body: {} })

describe('what a candidate is ranked by', () => {
  test('the discount is the share taken off the former price', () => {
    expect(world().row(1)('price.discount')).toBeCloseTo(0.4, 5)
  })

  test('the margin is the share that stays with the shop; of a piece whose cost nobody told it is the usual one', () => {
    const { row } = world()
    const known = products.flatMap(({ margin }) => (margin === undefined ? [] : [margin]))
    const usual = known.reduce((sum, margin) => sum + margin, 0) / known.length
    expect([row(1)('price.margin'), row(2)('price.margin')]).toEqual([Math.fround(0.62), -1])
    expect(row(3)('price.margin')).toBeCloseTo(usual, 5)
    const untold = buildCatalogueTable(products.map((product) => ({ ...product, margin: undefined })))
    expect(new Set(untold.margin)).toEqual(new Set([0]))
  })

  test('a later parcel counts less, and a live markdown is one', () => {
    const { facts, row } = world()
    facts.shipDays[table.placeOf(1)] = 10
    facts.promoted[table.placeOf(1)] = 1
    expect(row(1)('ship.days')).toBeCloseTo(Math.exp(-10 / 7), 5)
    expect(row(1)('ship.days')).toBeLessThan(row(2)('ship.days'))
    expect([row(1)('promotion.live'), row(2)('promotion.live')]).toEqual([1, 0])
  })

  test('days are those of the size worn: of another shelf where sizes lie apart, until the day it is promised by where it is not there', () => {
    const { bits, facts, row } = world(table.variants.skus.length)
    const place = table.placeOf(1)
    const variant = (size: string): number => table.variants.bySku.get(`S-1-${size}`) ?? -1
    const days = (size: string): number => {
      const sizes = new Map(table.categories.values().map((category) => [category, [size]]))
      return Math.round(-7 * Math.log(row(1, { sizes })('ship.days')))
    }
    facts.shipDays[place] = 1
    facts.shipVaries[place] = 1
    facts.shipDaysOf[variant('S')] = 1
    facts.shipDaysOf[variant('M')] = 4
    expect([days('S'), days('M')]).toEqual([1, 4])
    bits.patch({ sku: 'S-1-M', version: 2, available: 0, future: 2 })
    bits.promise('S-1-M', { day: dayNumber(NOW_MS) + 21, kind: 'backorder' })
    expect([days('S'), days('M')]).toEqual([1, 21])
    expect(row(1)('stock.share_of_sizes')).toBeLessThan(1)
  })

  test('times shown without being opened count against a piece, of this shopper alone', () => {
    const { row } = world()
    const seen = new Map([[1, 6]])
    expect(row(1, { seen })('item.seen_without_click')).toBeCloseTo(1 - Math.exp(-2), 5)
    expect(row(2, { seen })('item.seen_without_click')).toBe(0)
    expect(row(1, { seen: new Map() })('item.seen_without_click')).toBe(0)
  })

  test('of several colours the one felt most counts, for better or worse; of a fabric it does not have nothing is felt', () => {
    const { row } = world()
    const of = (colours: readonly (readonly [string, number])[]) =>
      row(2, { affinities: colours, session: [['material:silk', 1]] })
    const told = (blue: number, red: number) =>
      of([
        ['colour:blue', blue],
        ['colour:red', red],
        ['brand:brand-1', 1],
      ])('taste.colour')
    expect([told(0.5, 0.25), told(0.25, 0.5), told(0.25, -0.5), told(0.5, -0.5), told(0, 0)]).toEqual([
      0.5, 0.5, -0.5, 0.5, 0,
    ])
    expect(of([['material:linen', 1]])('taste.material')).toBe(0)
    expect(of([])('visit.material')).toBe(0)
  })

  test('what is wanted more than before counts more, and what is worn at this time of the year too', () => {
    const drawn = drawProducts(4, 2).map((product, n) => ({
      ...product,
      trend: [1, 2, 4, 0.1][n] ?? 1,
      seasons: [[], ['autumn'], ['summer'], ['spring', 'autumn']][n] ?? [],
    }))
    const own = buildCatalogueTable(drawn)
    const bits = createStockBits(own)
    const shopper = codeShopper(own, bits, drawShopper(1, 4))
    const out = new Float32Array(FEATURE_COUNT)
    const rows = drawn.map(({ productId }) => {
      const from = { table: own, bits, facts: blankFacts(4), shopper, fit: () => 1, nowMs: NOW_MS, season: 2 }
      fillItem(from, own.placeOf(productId), out, 0)
      return [out[featureAt('item.trend')], out[featureAt('item.in_season')]]
    })
    expect(rows).toEqual([
      [0, 0.5],
      [0.5, 1],
      [1, 0],
      [-1, 1],
    ])
  })

  test('with fewer of its sizes left a piece counts less, with few units it is scarce, with none it is gone', () => {
    const { bits, row } = world()
    const own = products[0]?.variants ?? []
    expect([row(1)('stock.share_of_sizes'), row(1)('stock.scarce')]).toEqual([1, 0])
    for (const { sku } of own.slice(1)) bits.patch({ sku, version: 2, available: 0 })
    bits.patch({ sku: own[0]?.sku ?? '', version: 2, available: 2 })
    expect(row(1)('stock.share_of_sizes')).toBeCloseTo(1 / own.length, 5)
    expect(row(1)('stock.scarce')).toBe(1)
    bits.patch({ sku: own[0]?.sku ?? '', version: 3, available: 0 })
    expect(row(1)('stock.scarce')).toBe(0)
  })
})

describe('the chance of fitting', () => {
  test('is that of the size a shopper wears: a piece made far from it does not fit at all', () => {
    const { row } = world()
    // The first piece is made from XS to L.
    expect(row(1, { wearing: kept('M') })('fit.probability')).toBeGreaterThan(0.3)
    expect(row(1, { wearing: kept('XXL') })('fit.probability')).toBeLessThan(
      row(1, { wearing: kept('M') })('fit.probability'),
    )
  })

  test('is the best of all sizes that can be bought', () => {
    for (const { productId, variants } of products) {
      const [all, chances] = [world(), variants.map(({ sku }) => ({ sku, world: world() }))]
      for (const { sku, world: one } of chances) {
        for (const other of variants)
          if (other.sku !== sku) one.bits.patch({ sku: other.sku, version: 2, available: 0 })
      }
      const wearing = kept('L')
      const single = chances.map(({ world: one }) => one.row(productId, { wearing })('fit.probability'))
      expect(all.row(productId, { wearing })('fit.probability')).toBe(Math.max(...single))
    }
  })

  test('falls when the sizes that fit are sold out', () => {
    const { bits, row } = world()
    const before = row(1, { wearing: kept('M') })('fit.probability')
    const wears = products[0]?.variants.filter(({ size }) => size !== 'XS') ?? []
    for (const { sku } of wears) bits.patch({ sku, version: 2, available: 0 })
    expect(row(1, { wearing: kept('M') })('fit.probability')).toBeLessThan(before)
  })

  test('is that of a size to come where none that fits is there', () => {
    const { bits, row } = world()
    const wearing = kept('M')
    for (const { sku } of products[0]?.variants ?? []) bits.patch({ sku, version: 2, available: 0 })
    expect(row(1, { wearing })('fit.probability')).toBe(0)
    bits.patch({ sku: 'S-1-M', version: 3, available: 0, future: 1 })
    bits.promise('S-1-M', { day: dayNumber(NOW_MS) + 9, kind: 'preorder' })
    expect(row(1, { wearing })('fit.probability')).toBeGreaterThan(0.3)
  })

  test('follows a body that was told, where nothing was bought yet', () => {
    const { bits, row } = world()
    const chance = (heightCm: number) => row(1, { wearing: { worn: [], body: { heightCm } } })('fit.probability')
    const own = products[0]?.variants ?? []
    for (const { sku } of own.slice(1)) bits.patch({ sku, version: 2, available: 0 })
    // The smallest size is left: it fits the smaller body.
    expect(chance(160)).toBeGreaterThan(chance(184))
  })

  test('of somebody unknown is how the piece fits its buyers, and neutral without a model', () => {
    const { row } = world()
    const chances = products.map(({ productId }) => row(productId)('fit.probability'))
    expect(new Set(chances).size).toBeGreaterThan(1)
    for (const chance of chances) expect(chance > 0 && chance <= 1).toBe(true)
    expect(fitFor({}, createStockBits(table), kept('M'))(0)).toBe(FIT_UNKNOWN)
  })
})
