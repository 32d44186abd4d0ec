import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neighboursOf } from './model'
import { parseTogether, serialiseTogether } from './serialise'
import { trainBoughtTogether } from './train'

const [coat, scarf, socks, boots] = [10, 20, 30, 40]

// Ten baskets: coat in 4, scarf in 4, both in 3; socks in 6, with the coat in 2 (of 2.4 expected).
const baskets = [
  [coat, scarf],
  [coat, scarf, socks],
  [coat, scarf],
  [coat, socks],
  [scarf, socks],
  [socks],
  [socks, boots],
  [socks],
  [boots],
  [boots],
]

describe('bought together', () => {
  test('a pair has the support, confidence, lift and shrunken score of the worked example', () => {
    const model = trainBoughtTogether(baskets, { minSupport: 1, shrinkage: 2 })
    const [best] = neighboursOf(model, coat, 5)
    expect(best).toMatchObject({ productId: scarf, support: 3 })
    expect(best?.confidence).toBeCloseTo(3 / 4, 6)
    expect(best?.lift).toBeCloseTo((3 * 10) / (4 * 4), 6) // 1.875
    expect(best?.score).toBeCloseTo((3 + 2) / (1.6 + 2), 6) // 1.389
  })

  test('what is bought together no more than by chance is not recommended', () => {
    const model = trainBoughtTogether(baskets, { minSupport: 1 })
    expect(neighboursOf(model, coat, 5).map((one) => one.productId)).toEqual([scarf])
  })

  test('a single chance meeting of two rare things does not beat a proven pair', () => {
    const proven = Array.from({ length: 20 }, () => [coat, scarf])
    const rest = Array.from({ length: 200 }, () => [socks])
    const model = trainBoughtTogether([...proven, ...rest, [coat, boots]], { minSupport: 1 })
    const found = neighboursOf(model, coat, 5)
    // Plain lift would put the boots first: 221 · 1 / (21 · 1) = 10.5 against 10.5 for the scarf, seen twenty times.
    expect(found[0]?.productId).toBe(scarf)
    expect(found[0]?.score).toBeGreaterThan((found[1]?.score ?? 0) * 2)
  })

  test('two of the same in one basket count as one', () => {
    const model = trainBoughtTogether([[coat, coat, scarf], [socks]], { minSupport: 1 })
    expect(neighboursOf(model, coat, 5)).toMatchObject([{ productId: scarf, support: 1 }])
  })

  test('a product never recommends itself, and recommendations go both ways', () => {
    const anyBaskets = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), { maxLength: 60 })
    fc.assert(
      fc.property(anyBaskets, (drawn) => {
        const model = trainBoughtTogether(drawn, { minSupport: 1, neighbours: 12 })
        for (const id of model.items) {
          for (const { productId } of neighboursOf(model, id, 12)) {
            expect(productId).not.toBe(id)
            expect(neighboursOf(model, productId, 12).some((back) => back.productId === id)).toBe(true)
          }
        }
      }),
    )
  })

  test('a stored model answers as the trained one, and a damaged one is refused', () => {
    const model = trainBoughtTogether(baskets, { minSupport: 1 })
    const { body, checksum } = serialiseTogether(model)
    const read = parseTogether(JSON.parse(JSON.stringify(body)), checksum)
    expect(neighboursOf(read, coat, 5)).toEqual(neighboursOf(model, coat, 5))
    expect(() => parseTogether({ ...body, basketCount: 11 }, checksum)).toThrow(/checksum/)
    expect(() => parseTogether({ format: 2 }, checksum)).toThrow(/format/)
  })

  test('an unknown product has no neighbours, and a shop without orders has a model', () => {
    expect(neighboursOf(trainBoughtTogether(baskets), 999, 5)).toEqual([])
    expect(neighboursOf(trainBoughtTogether([]), coat, 5)).toEqual([])
  })
})
