import { NOBODY } from '@selvedge/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeShopper } from './coded-shopper'
import { drawShop } from './testing'

const { table, bits } = drawShop(60, 3)

test('the terms that are felt most come first, of equals the smaller code, and eight of them are enough', () => {
  const liking = fc.tuple(fc.constantFrom(...table.vocabulary.values()), fc.integer({ min: -4, max: 4 }))
  fc.assert(
    fc.property(fc.uniqueArray(liking, { selector: ([term]) => term, maxLength: 40 }), (affinities) => {
      const { strongest, byTerm } = codeShopper(table, bits, { ...NOBODY, affinities }).affinities
      const codes = affinities.map(([term]) => table.vocabulary.find(term))
      const sorted = codes.sort((a, b) => (byTerm[b] ?? 0) - (byTerm[a] ?? 0) || a - b)
      expect(strongest).toEqual(sorted.slice(0, 8))
    }),
  )
})
