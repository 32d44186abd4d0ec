import { describe, expect, test } from 'vitest'
import { COLOUR_IDS, COLOURS } from './colours'
import { DEPARTMENTS } from './departments'
import { GARMENT_IDS, GARMENTS } from './garment-types'
import { parseAttributes } from './parse-attributes'
import { sizeRunOf } from './size-runs'
import { compareSizes, SIZE_SYSTEMS, SIZES } from './size-systems'

const overshirt = {
  material: 'corduroy',
  fabric: 'cotton',
  pattern: 'plain',
  fabricWeightGsm: 310,
  seasons: ['autumn', 'winter'],
  occasions: ['weekend'],
  care: 'machine-30',
  madeIn: 'Portugal',
  fit: 'relaxed',
  collar: 'point',
  closure: 'buttons',
  pockets: 'two',
}

describe('attributes', () => {
  test('a well described overshirt is accepted as it is', () => {
    expect(parseAttributes('overshirt', overshirt)).toEqual({ ok: true, value: overshirt })
  })

  test('a field of another garment is refused', () => {
    const outcome = parseAttributes('overshirt', { ...overshirt, rise: 'high' })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'ATTRIBUTES_INVALID', garment: 'overshirt' } })
  })

  test('a cloth that contradicts its material is refused', () => {
    expect(parseAttributes('overshirt', { ...overshirt, fabric: 'wool' }).ok).toBe(false)
    expect(parseAttributes('overshirt', { ...overshirt, material: 'cashmere', fabric: 'knit' }).ok).toBe(false)
    expect(parseAttributes('overshirt', { ...overshirt, fabricWeightGsm: undefined }).ok).toBe(false)
  })
})

describe('sizes', () => {
  test('every garment has a size run in every department it is cut for, smallest first', () => {
    for (const garment of GARMENT_IDS) {
      for (const department of GARMENTS[garment].departments) {
        const run = sizeRunOf(garment, department)
        expect(run?.sizes.length, `${garment} ${department}`).toBeGreaterThan(0)
        const orders = run?.sizes.map((size) => size.order) ?? []
        expect(orders).toEqual([...orders].sort((a, b) => a - b))
        expect(run?.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
      }
    }
  })

  test('a garment has no sizes in a department it is not cut for', () => {
    for (const department of DEPARTMENTS) {
      if (department !== 'women') expect(sizeRunOf('dress-slip', department)).toBeUndefined()
    }
  })

  test('middle sizes sell more than the ends', () => {
    const { sizes, weights } = sizeRunOf('shirt', 'men') ?? { sizes: [], weights: [] }
    const weightOf = (label: string) => weights[sizes.findIndex((size) => size.label === label)] ?? 0
    expect(weightOf('M')).toBeGreaterThan(weightOf('XS') * 2)
    expect(weightOf('M')).toBeGreaterThan(weightOf('XXL') * 2)
  })

  test('sizes sort as a person expects, not as text', () => {
    expect(['XL', 'S', 'XXS', 'M'].sort(compareSizes)).toEqual(['XXS', 'S', 'M', 'XL'])
    expect(['W32L34', 'W32L32', 'W28L34'].sort(compareSizes)).toEqual(['W28L34', 'W32L32', 'W32L34'])
    expect(['B100', 'B85'].sort(compareSizes)).toEqual(['B85', 'B100'])
  })

  test('no two sizes share a code', () => {
    const codes = SIZE_SYSTEMS.flatMap((system) => SIZES[system].map((size) => size.code))
    expect(new Set(codes).size).toBe(codes.length)
  })
})

test('no two colours share a name or a hex value', () => {
  expect(new Set(COLOUR_IDS.map((id) => COLOURS[id].name)).size).toBe(COLOUR_IDS.length)
  expect(new Set(COLOUR_IDS.map((id) => COLOURS[id].hex)).size).toBe(COLOUR_IDS.length)
})
