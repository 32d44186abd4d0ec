import { compareSizes, GARMENTS, MATERIALS, marginShare, parseAttributes, sizeRunOf } from '@selvedge/core'
import { describe, expect, test } from 'vitest'
import { BRANDS } from './brands/all-brands'
import { planCatalogue } from './plan'
import { type GeneratedProduct, generateProduct } from './product'
import { STYLE_NAMES } from './style-names'
import { zipfShares } from './zipf'

const today = new Date('2026-11-23T00:00:00Z')
const draw = (products: number, seed: number): GeneratedProduct[] =>
  planCatalogue(products, seed).map((planned) => generateProduct(planned, { seed, today }))

const catalogue = draw(1_200, 7)

describe('the catalogue', () => {
  test('is the same for the same seed and another for another', () => {
    expect(draw(40, 7)).toEqual(draw(40, 7))
    expect(draw(40, 7).map((product) => product.title)).not.toEqual(draw(40, 8).map((product) => product.title))
  })

  test('a product does not depend on the ones drawn before it', () => {
    const plan = planCatalogue(100, 3)
    const planned = plan[73]
    expect(planned && generateProduct(planned, { seed: 3, today })).toEqual(draw(100, 3)[73])
  })

  test('has forty houses, each with a name, a story and products of its own', () => {
    expect(BRANDS).toHaveLength(40)
    expect(new Set(BRANDS.map((brand) => brand.name)).size).toBe(40)
    expect(new Set(BRANDS.map((brand) => brand.story)).size).toBe(40)
    expect(new Set(catalogue.map((product) => product.brandId)).size).toBe(40)
  })

  test('every product is what its garment type allows', () => {
    for (const { garment, attributes, department, colours, slug } of catalogue) {
      expect(parseAttributes(garment, attributes), slug).toMatchObject({ ok: true })
      expect(GARMENTS[garment].departments).toContain(department)
      expect(colours.length).toBeGreaterThan(0)
      expect(new Set(colours).size).toBe(colours.length)
    }
  })

  test('its maker is paid for every piece, and the shop lives on what is left', () => {
    const margins = catalogue.map(({ priceMinor, costMinor }) => marginShare(priceMinor, 2_100, costMinor))
    expect(catalogue.every(({ costMinor }) => Number.isInteger(costMinor) && costMinor > 0)).toBe(true)
    expect(Math.min(...margins)).toBeGreaterThan(0.2)
    expect(Math.max(...margins)).toBeLessThan(0.8)
    expect(new Set(margins.map((margin) => margin.toFixed(2))).size).toBeGreaterThan(20)
  })

  test('no two variants share a SKU and no two products an address', () => {
    const skus = catalogue.flatMap((product) => product.variants.map((variant) => variant.sku))
    expect(new Set(skus).size).toBe(skus.length)
    expect(skus.every((sku) => /^[A-Z0-9-]{8,40}$/.test(sku))).toBe(true)
    const slugs = catalogue.map((product) => product.slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs.every((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toBe(true)
  })

  test('sizes are offered smallest first and come from the run of the garment', () => {
    for (const { garment, department, sizes, slug } of catalogue) {
      const codes = sizes.map((size) => size.code)
      expect(codes, slug).toEqual([...codes].sort(compareSizes))
      const run = sizeRunOf(garment, department)?.sizes ?? []
      expect(
        sizes.every((size) => run.includes(size)),
        slug,
      ).toBe(true)
    }
  })

  test('prices are whole euro, positive, and lower than before when reduced', () => {
    for (const { priceMinor, compareAtMinor } of catalogue) {
      expect(priceMinor).toBeGreaterThan(0)
      expect(priceMinor % 100).toBe(0)
      if (compareAtMinor !== undefined) expect(compareAtMinor).toBeGreaterThan(priceMinor)
    }
    const reduced = catalogue.filter((product) => product.compareAtMinor !== undefined).length
    expect(reduced / catalogue.length).toBeGreaterThan(0.05)
    expect(reduced / catalogue.length).toBeLessThan(0.3)
  })

  test('nothing is published in the future or more than eighteen months ago', () => {
    const oldest = today.getTime() - 548 * 86_400_000
    for (const { publishedAt, createdAt } of catalogue) {
      expect(publishedAt.getTime()).toBeLessThanOrEqual(today.getTime())
      expect(publishedAt.getTime()).toBeGreaterThan(oldest)
      expect(createdAt.getTime()).toBeLessThan(publishedAt.getTime())
    }
  })

  test('every colour has a front, a back and a detail with a text for those who cannot see them', () => {
    for (const { media, colours } of catalogue) {
      expect(media).toHaveLength(colours.length * 3)
      expect(new Set(media.map((picture) => picture.alt)).size).toBe(media.length)
    }
  })
})

describe('descriptions', () => {
  test('have no hole, no stray brace and two to three sentences', () => {
    for (const { description, slug } of catalogue) {
      expect(description, slug).toMatch(/^[A-Z].*[.]$/)
      expect(description, slug).not.toMatch(/[{}]|undefined|NaN|null| {2}|\.\.| 0 g\/m²/)
      expect(description.length, slug).toBeGreaterThan(70)
      expect(description.length, slug).toBeLessThan(420)
    }
  })

  test('are hardly ever the same twice', () => {
    expect(new Set(catalogue.map((product) => product.description)).size / catalogue.length).toBeGreaterThan(0.95)
  })

  test('name the weight of their own cloth', () => {
    for (const { description, attributes, slug } of catalogue) {
      const said = /(\d+) g\/m²/.exec(description)?.[1]
      if (said !== undefined) expect(Number(said), slug).toBe(attributes.fabricWeightGsm)
      if (MATERIALS[attributes.material].fabric !== 'denim') expect(description, slug).not.toMatch(/\bdenim\b/i)
    }
  })
})

describe('demand', () => {
  test('follows a Zipf law and sums to one', () => {
    const shares = zipfShares(1_000)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    // On double logarithmic paper the law is a straight line of slope -0.9.
    const slope = Math.log((shares[99] ?? 0) / (shares[9] ?? 0)) / Math.log(100 / 10)
    expect(slope).toBeCloseTo(-0.9, 6)
  })

  test('gives every rank to exactly one product', () => {
    const ranks = catalogue.map((product) => product.rank).sort((a, b) => a - b)
    expect(ranks).toEqual(Array.from({ length: ranks.length }, (_, i) => i + 1))
  })
})

test('a house runs through all style names before it uses one again', () => {
  expect(STYLE_NAMES.length % 67).not.toBe(0)
  const titles = draw(4_000, 5).map((product) => `${product.brandId} ${product.title}`)
  expect(new Set(titles).size).toBe(titles.length)
})
