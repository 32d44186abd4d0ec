import { expect, test } from 'vitest'
import { writtenInput } from './written-input'

test('what was asked is kept as it was, dates as text', () => {
  expect(writtenInput({ units: 2, on: new Date(0), no: undefined, list: ['a', null, true] })).toEqual({
    units: 2,
    on: '1970-01-01T00:00:00.000Z',
    no: null,
    list: ['a', null, true],
  })
})

test('secrets are left out wherever they stand', () => {
  expect(writtenInput({ a: [{ apiToken: 'x', Password: 'y', name: 'till' }] })).toEqual({
    a: [{ apiToken: '•', Password: '•', name: 'till' }],
  })
})

test('long texts, long lists and deep ones are cut', () => {
  expect(writtenInput('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`)
  expect(writtenInput(Array.from({ length: 52 }, (_, n) => n))).toHaveLength(51)
  expect((writtenInput(Array.from({ length: 52 }, () => 0)) as unknown[]).at(-1)).toBe('and 2 more')
  const deep: unknown = Array.from({ length: 9 }).reduce((inner) => ({ inner }), 1)
  expect(JSON.stringify(writtenInput(deep))).toContain('…')
  const circle: Record<string, unknown> = {}
  circle.self = circle
  expect(JSON.stringify(writtenInput(circle))).toContain('…')
  expect(writtenInput([Number.NaN, new Date(Number.NaN)])).toEqual(['NaN', 'no date'])
})
