import { describe, expect, test } from 'vitest'
import { canonicalQuery, departmentsShown } from './canonical-query'
import { cardStockOf, keepsItsPromise } from './card-stock'
import { facetValues } from './facet-values'
import { isNewAt, NEW_FOR_DAYS } from './is-new'
import { productFacts } from './product-facts'

describe('a listing', () => {
  test('that means the same has the same key, however it was written', () => {
    const one = canonicalQuery({ q: '  Navy   COAT ', size: ['M', 'S', 'M'], inStock: false, page: 1, brand: [] })
    const other = canonicalQuery({ size: ['S', 'M'], sort: 'relevance', q: 'navy coat' })
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })

  test('of a department shows what is cut for everyone as well', () => {
    expect(departmentsShown('women')).toEqual(['women', 'unisex'])
    expect(departmentsShown('unisex')).toEqual(['unisex'])
  })

  test('in stock drops a card whose chosen size has just sold out, though another size is left', () => {
    const variants = [
      { size: 'M', colour: 'navy', available: 0 },
      { size: 'M', colour: 'poppy', available: 2 },
      { size: 'L', colour: 'navy', available: 3 },
    ]
    expect(keepsItsPromise({ inStock: true, size: ['M'] }, variants)).toBe(true)
    expect(keepsItsPromise({ inStock: true, size: ['M'], colour: ['navy'] }, variants)).toBe(false)
    expect(keepsItsPromise({ inStock: true, size: ['S'] }, variants)).toBe(false)
    expect(keepsItsPromise({ size: ['S'] }, variants)).toBe(true)
  })

  test('counts a size once on its card, in whatever colour it can be had', () => {
    const stock = cardStockOf([
      { size: 'M', available: 0 },
      { size: 'M', available: 2 },
      { size: 'L', available: 0 },
    ])
    expect(stock).toEqual({ available: 2, buyableSizes: 1, totalSizes: 2 })
  })

  test('says of a card by when it can be had only where nothing of it is there', () => {
    const next = (shipsBy: string) => ({ kind: 'preorder', shipsBy }) as const
    const ahead = [
      { size: 'M', available: 0, next: next('2027-03-09') },
      { size: 'L', available: 0, next: next('2027-03-03') },
    ]
    expect(cardStockOf(ahead)).toEqual({ available: 0, buyableSizes: 0, totalSizes: 2, later: next('2027-03-03') })
    expect(cardStockOf([...ahead, { size: 'S', available: 1 }]).later).toBeUndefined()
  })

  test('says of a card that more of it is to come where no day is known, and only then', () => {
    const coming = { size: 'M', available: 0, future: 2 }
    const dated = { ...coming, next: { kind: 'preorder', shipsBy: '2027-03-09' } } as const
    const late = { ...coming, next: { kind: 'preorder' } } as const
    expect(cardStockOf([coming]).isComing).toBe(true)
    expect(cardStockOf([late]).isComing).toBe(true)
    expect(cardStockOf([coming, dated])).toEqual({ available: 0, buyableSizes: 0, totalSizes: 1, later: dated.next })
    expect(cardStockOf([coming, { size: 'L', available: 1 }]).isComing).toBeUndefined()
    expect(cardStockOf([{ size: 'M', available: 0, future: 0 }]).isComing).toBeUndefined()
  })

  test('in stock means in stock today: what is only promised is not', () => {
    const promised = { size: 'M', colour: 'navy', available: 0, next: { kind: 'preorder', shipsBy: '2027-03-09' } }
    expect(keepsItsPromise({ inStock: true }, [promised])).toBe(false)
    expect(keepsItsPromise({}, [promised])).toBe(true)
  })
})

describe('a facet', () => {
  test('stands in the order of the house, with names and swatches', () => {
    const counts = new Map([
      ['XL', 2],
      ['S', 3],
      ['D38', 1],
      ['M', 0],
    ])
    expect(facetValues('size', { counts, selected: [] }).map((one) => one.label)).toEqual(['S', 'XL', '38'])
    expect(facetValues('colour', { counts: new Map([['navy', 1]]), selected: [] })).toMatchObject([
      { label: 'Navy', hex: '#202c45' },
    ])
  })

  test('says which 46 is meant where shoes and jackets stand beside each other', () => {
    const counts = new Map([
      ['S46', 1],
      ['T46', 2],
      ['M', 1],
    ])
    const labels = facetValues('size', { counts, selected: [] }).map((one) => one.label)
    expect(labels).toEqual(['M', 'Tailoring 46', 'Shoe 46'])
  })

  test('keeps a chosen value of which nothing is left, so that it can be taken back', () => {
    expect(facetValues('brand', { counts: new Map(), selected: ['brask'] })).toEqual([
      { value: 'brask', label: 'brask', count: 0, selected: true },
    ])
  })
})

test('a product is new in for a month', () => {
  expect(isNewAt(0, NEW_FOR_DAYS * 86_400_000 - 1)).toBe(true)
  expect(isNewAt(0, NEW_FOR_DAYS * 86_400_000)).toBe(false)
})

test('facts are read cloth first, with units and care in words', () => {
  const facts = productFacts({
    care: 'dry-clean',
    fabric: 'wool',
    collar: 'notch',
    material: 'tweed',
    fabricWeightGsm: 420,
    seasons: ['autumn', 'winter'],
    madeIn: 'Scotland',
  })
  expect(facts).toEqual([
    { label: 'Material', value: 'Tweed (100% virgin wool)' },
    { label: 'Weight', value: '420 g/m²' },
    { label: 'Collar', value: 'Notch' },
    { label: 'Season', value: 'Autumn, Winter' },
    { label: 'Care', value: 'Dry clean, air between wears' },
    { label: 'Made in', value: 'Scotland' },
  ])
})
