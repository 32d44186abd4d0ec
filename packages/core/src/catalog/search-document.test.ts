import { describe, expect, test } from 'vitest'
import { buyableSetsOf, searchDocumentOf } from './search-document'
import { storedProduct } from './testing/stored-products'

const product = storedProduct({
  variants: [
    ['navy', 'M', 0],
    ['navy', 'L', 2],
    ['midnight', 'M', 1],
    ['poppy', 'M', 0],
    ['poppy', 'L', 0],
  ],
})

describe('the search document of a product', () => {
  test('says what it comes in, and apart from that what of it can be bought', () => {
    expect(searchDocumentOf(product)).toMatchObject({
      sizes: ['L', 'M'],
      colours: ['navy', 'red'],
      colour_sizes: ['navy/L', 'navy/M', 'red/L', 'red/M'],
      buyable: true,
      buyable_sizes: ['L', 'M'],
      buyable_colours: ['navy'],
      // Midnight is a navy: the family has an M although the colour "navy" has none.
      buyable_colour_sizes: ['navy/L', 'navy/M'],
    })
  })

  test('does not call a sold-out size buyable because another colour of it is somewhere else', () => {
    const sets = buyableSetsOf(
      storedProduct({
        variants: [
          ['navy', 'M', 0],
          ['poppy', 'L', 3],
        ],
      }),
    )
    expect(sets.buyable_colour_sizes).toEqual(['red/L'])
    expect(sets.buyable_sizes).toEqual(['L'])
  })

  test('of a sold-out product has nothing to buy, and the product stays findable', () => {
    const document = searchDocumentOf(storedProduct({ variants: [['navy', 'M', 0]] }))
    expect(document).toMatchObject({ buyable: false, buyable_sizes: [], sizes: ['M'] })
  })

  test('carries the card with its cheapest price and the pictures of the first colour', () => {
    expect(searchDocumentOf(product)?.card).toMatchObject({
      priceMinor: 12_000,
      pictureKey: 'navy-front',
      hoverPictureKey: 'navy-back',
      alt: 'navy front',
    })
  })

  test('knows the other names of its garment', () => {
    expect(searchDocumentOf(product)?.garment_names).toEqual(expect.arrayContaining(['Jumper', 'sweater', 'pullover']))
  })

  test('of a product without variants does not exist', () => {
    expect(searchDocumentOf(storedProduct({ variants: [] }))).toBeUndefined()
  })
})
