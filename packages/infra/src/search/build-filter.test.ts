import { describe, expect, test } from 'vitest'
import { filterOf, quoted } from './build-filter'

describe('the filter of a listing', () => {
  test('asks any value within a facet and every facet', () => {
    expect(filterOf({ category: ['tops', 'shoes'], material: ['linen'] })).toEqual([
      'category IN ["tops", "shoes"]',
      'material IN ["linen"]',
    ])
  })

  test('in stock, asks for a size that can be bought instead of one that exists', () => {
    expect(filterOf({ size: ['M'] })).toEqual(['sizes IN ["M"]'])
    expect(filterOf({ size: ['M'], inStock: true })).toEqual(['buyable_sizes IN ["M"]'])
    expect(filterOf({ inStock: true })).toEqual(['buyable = true'])
  })

  test('asks for size and colour in one variant, not for one of each', () => {
    expect(filterOf({ size: ['M'], colour: ['navy', 'red'], inStock: true })).toEqual([
      'buyable_colour_sizes IN ["navy/M", "red/M"]',
    ])
  })

  test('lets no value out of its quotes', () => {
    expect(quoted('a" OR id > 0 OR brand_slug = "')).toBe('"a\\" OR id > 0 OR brand_slug = \\""')
    expect(quoted('back\\slash"')).toBe('"back\\\\slash\\""')
    expect(filterOf({ collection: 'x"] OR buyable = true' })).toEqual(['collections IN ["x\\"] OR buyable = true"]'])
  })

  test('of a price range is closed on both ends', () => {
    expect(filterOf({ priceMinMinor: 5000, priceMaxMinor: 9900 })).toEqual([
      'price_minor >= 5000',
      'price_minor <= 9900',
    ])
  })
})
