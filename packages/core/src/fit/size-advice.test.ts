import { describe, expect, test } from 'vitest'
import { SIZES } from '../catalog/garments/size-systems'
import { type BodyAnswer, bodyAnswerSchema, createSizeAdvice, type FitAsk, type WornPiece } from './size-advice'
import { sizePlace } from './size-place'

describe('one scale of sizes', () => {
  test('every system grows with its sizes, and a medium is a medium in each', () => {
    for (const sizes of [SIZES.alpha, SIZES.dress, SIZES.tailoring, SIZES.shoe]) {
      const places = sizes.map(({ code }) => sizePlace(code)?.place ?? Number.NaN)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
    for (const code of ['M', 'D38', 'T50', 'W31L32', 'S40']) expect(sizePlace(code)?.place).toBeCloseTo(0)
    expect(sizePlace('L')).toEqual({ kind: 'clothes', place: 1 })
  })

  test('belts, one size and codes that are none have no place', () => {
    for (const code of ['B90', 'OS', 'nonsense']) expect(sizePlace(code)).toBeUndefined()
  })
})

const asked: FitAsk[] = []
const CUTS = [
  { department: 'men', category: 'tops' },
  { department: 'men', category: 'bottoms' },
] as const
const adviceOf = (worn: readonly WornPiece[], usualSize?: string, confidence = 0.8, body?: BodyAnswer) =>
  createSizeAdvice({
    cutOf: async (id) =>
      id === 9 ? undefined : { sizes: id === 2 ? ['OS'] : ['S', 'M', 'L'], ...CUTS[id === 3 ? 1 : 0] },
    wornBy: async () => worn,
    told: async () => (usualSize === undefined ? body : { usualSize }),
    tell: async () => undefined,
    forget: async () => undefined,
    ask: (ask) => {
      asked.push(ask)
      return { runs: 'small', wearers: 40, best: { label: 'M', confidence } }
    },
  })

describe('advice on a size', () => {
  test('says that nothing is known of a stranger instead of guessing, and still how the piece runs', async () => {
    expect(await adviceOf([]).advise(1, undefined)).toEqual({
      state: 'unknown',
      why: 'nothing-known',
      runs: 'small',
      wearers: 40,
    })
  })

  test('rests on what was kept, sent back and told, and says on which', async () => {
    const shoes = { productId: 9, size: 'S41', outcome: 'fit' } as const
    const shirt = { productId: 8, size: 'L', outcome: 'large' } as const
    const advice = await adviceOf([shoes, shirt], 'M').advise(1, 'u:1')
    expect(advice).toMatchObject({ state: 'advised', size: 'M', confidence: 0.8, from: ['purchases', 'told'] })
    // Shoes say nothing of a shirt.
    expect(asked.at(-1)?.worn.map(({ place }) => place)).toEqual([1, 0])
  })

  test('is silent where it is not sure, and where a piece has one size', async () => {
    expect(await adviceOf([], 'M', 0.4).advise(1, 'u:1')).toMatchObject({ state: 'unknown', why: 'unsure' })
    expect(await adviceOf([], 'M').advise(2, 'u:1')).toEqual({ state: 'none' })
  })

  test('goes by height and weight where nothing was worn, says that it does, and gives way to what was', async () => {
    const body = { heightCm: 178, weightKg: 78 }
    const advice = await adviceOf([], undefined, 0.8, body).advise(1, 'v:1')
    expect(advice).toMatchObject({ state: 'advised', size: 'M', from: ['body'], runs: 'small' })
    expect(advice.state === 'advised' ? advice.confidence : 0).toBeCloseTo(0.563, 2)
    const shirt = { productId: 8, size: 'L', outcome: 'fit' } as const
    expect(await adviceOf([shirt], undefined, 0.8, body).advise(1, 'v:1')).toMatchObject({ from: ['purchases'] })
  })

  test('height alone, trousers and bodies unlike those measured are not advised by a table', async () => {
    const by = (body: BodyAnswer, productId = 1) => adviceOf([], undefined, 0.8, body).advise(productId, 'v:1')
    expect(await by({ heightCm: 178 })).toMatchObject({ state: 'unknown', why: 'nothing-known' })
    expect(await by({ heightCm: 178, weightKg: 78 }, 3)).toMatchObject({ state: 'unknown', why: 'unsure' })
    expect(await by({ heightCm: 215, weightKg: 78 })).toMatchObject({ state: 'unknown', why: 'unsure' })
    expect(await by({ heightCm: 178, weightKg: 78 }, 9)).toEqual({ state: 'none' })
  })

  test('an answer of a body is refused when it says nothing, or nonsense', () => {
    for (const bad of [{}, { heightCm: 20 }, { usualSize: 'S40' }, { weightKg: Number.NaN }, { shoe: 4 }])
      expect(bodyAnswerSchema.safeParse(bad).success).toBe(false)
    expect(bodyAnswerSchema.safeParse({ usualSize: 'M' }).success).toBe(true)
  })
})
