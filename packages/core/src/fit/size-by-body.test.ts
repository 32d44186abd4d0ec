import { describe, expect, test } from 'vitest'
import { SIZES } from '../catalog/garments/size-systems'
import { sizeByBody } from './size-by-body'

const letters = SIZES.alpha.map(({ code }) => code)

describe('a size by height and weight alone', () => {
  test('is the one that the expected girth lies in, with the share of such people who have it', () => {
    // 96.01 - 0.2518 * 178 + 0.6364 * 78 = 100.83 cm: in M, 94 to 102. P(-1.657 < z < 0.284) = 0.612 - 0.049.
    const men = sizeByBody({ heightCm: 178, weightKg: 78 }, 'men', letters)
    expect(men?.label).toBe('M')
    expect(men?.share).toBeCloseTo(0.563, 2)
    // 81.44 - 0.1904 * 165 + 0.5943 * 60 = 85.68 cm: in S, 82 to 90, and in 36, 82 to 86.
    expect(sizeByBody({ heightCm: 165, weightKg: 60 }, 'women', letters)?.label).toBe('S')
    expect(sizeByBody({ heightCm: 165, weightKg: 60 }, 'women', ['D34', 'D36', 'D38'])?.label).toBe('D36')
    expect(sizeByBody({ heightCm: 178, weightKg: 78 }, 'men', ['T48', 'T50', 'T52'])?.label).toBe('T50')
  })

  test('grows with the weight, and no shares add up to more than everybody', () => {
    const places = [45, 55, 65, 75, 85, 95, 105].map((weightKg) => {
      const found = sizeByBody({ heightCm: 170, weightKg }, 'unisex', letters)
      expect(found?.share).toBeGreaterThan(0.2)
      expect(found?.share).toBeLessThan(1)
      return letters.indexOf(found?.label ?? '')
    })
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const shares = letters.map((label) => sizeByBody({ heightCm: 170, weightKg: 70 }, 'men', [label])?.share ?? 0)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 3)
  })

  test('is not said of a body unlike those measured, nor of shoes, waists, belts and one size', () => {
    expect(sizeByBody({ heightCm: 210, weightKg: 80 }, 'men', letters)).toBeUndefined()
    expect(sizeByBody({ heightCm: 170, weightKg: 180 }, 'unisex', letters)).toBeUndefined()
    for (const label of ['S40', 'W31L32', 'B90', 'OS'])
      expect(sizeByBody({ heightCm: 170, weightKg: 70 }, 'men', [label])).toBeUndefined()
  })
})
