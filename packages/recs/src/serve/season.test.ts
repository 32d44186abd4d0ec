import { expect, test } from 'vitest'
import { ALL_YEAR, seasonAt, seasonBitsOf, seasonName, suitsSeason } from './season'

const at = (month: number, country?: string): string => seasonName(seasonAt(Date.UTC(2026, month - 1, 15), country))

test('the year turns in March, June, September and December, and half a year later south of the equator', () => {
  expect([1, 3, 6, 9, 12].map((month) => at(month))).toEqual(['winter', 'spring', 'summer', 'autumn', 'winter'])
  expect([1, 3, 6, 9, 12].map((month) => at(month, 'NZ'))).toEqual(['summer', 'autumn', 'winter', 'spring', 'summer'])
  expect(at(7, 'NL')).toBe('summer')
})

test('a piece suits the seasons it is worn in; where nobody said it suits half', () => {
  const warm = seasonBitsOf(['spring', 'summer', 'of all my life'])
  expect([0, 1, 2, 3].map((season) => suitsSeason(warm, season))).toEqual([1, 1, 0, 0])
  expect(suitsSeason(seasonBitsOf([]), 1)).toBe(0.5)
  expect(seasonBitsOf(['winter', 'autumn', 'summer', 'spring'])).toBe(ALL_YEAR)
})
