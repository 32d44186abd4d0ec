import { expect, test } from 'vitest'
import { isStorable } from './storable'

test('a NUL is found wherever it hides, and nothing else is taken for one', () => {
  expect(isStorable({ address: { lines: ['Loomstraat 1', 'a\u0000b'] } })).toBe(false)
  expect(isStorable('\u0000')).toBe(false)
  expect(isStorable({ name: 'Zoë \\u0000 0', units: 0, note: null, at: undefined })).toBe(true)
})
