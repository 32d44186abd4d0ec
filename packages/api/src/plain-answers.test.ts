import superjson from 'superjson'
import { expect, test } from 'vitest'
import { isPlain, transformer } from './plain-answers'

const circle: Record<string, unknown> = {}
circle.self = circle

const samples: readonly unknown[] = [
  { cards: [{ title: 'Coat', priceMinor: 12_000, isNew: true, stock: { available: 0 } }], none: null },
  { at: new Date(5), more: [1n, new Map([['a', 1]]), undefined, Number.NaN, -0] },
  { optional: undefined },
  'text',
  undefined,
  null,
  [],
]

test('every answer arrives as it was sent, by the quick way and by the other', () => {
  for (const sample of samples) {
    const wire: unknown = JSON.parse(JSON.stringify(transformer.serialize(sample)))
    const expected: unknown = JSON.parse(JSON.stringify(superjson.serialize(sample)))
    expect(wire).toEqual(expected)
  }
})

test('what JSON would lose is not called plain', () => {
  for (const value of [
    new Date(),
    1n,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    new Set(),
    circle,
    [circle],
  ]) {
    expect(isPlain(value)).toBe(false)
  }
})
