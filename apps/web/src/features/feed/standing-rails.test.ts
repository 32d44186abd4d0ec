import { expect, test } from 'vitest'
import { createStandingRails } from './standing-rails'

test('a rail is told what the others show and are about to show, and nothing of its own', () => {
  const standing = createStandingRails()
  expect(standing.beside('similar')).toEqual([])
  standing.set('together', [1, 2])
  standing.set('similar', [3])
  standing.add('together', [4])
  expect(standing.beside('similar')).toEqual([1, 2, 4])
  expect(standing.beside('together')).toEqual([3])
  standing.set('together', [4])
  expect(standing.beside('similar')).toEqual([4])
})
