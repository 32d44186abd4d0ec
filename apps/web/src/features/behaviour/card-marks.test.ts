import { browserSignalSchema } from '@selvedge/core'
import { expect, test } from 'vitest'
import { cardMarks, readMarks } from './card-marks'

/** As a browser names `data-…` attributes in an element's `dataset`. */
const datasetOf = (marks: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(marks).map(([name, value]) => [
      name.replace('data-', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )

const choice = {
  servedId: '0198c0de-0000-7000-8000-000000000001',
  modelVersion: 'ranker-20261125',
  source: 'neighbours',
  propensity: 0.125,
}

test('what a card says of its choice is read back and accepted as part of an impression', () => {
  const showing = { placement: 'for-you', position: 3, ...readMarks(datasetOf(cardMarks(choice))) }
  expect(showing).toMatchObject(choice)
  expect(browserSignalSchema.safeParse({ kind: 'impression', productId: 7, showing }).success).toBe(true)
})

test('a card that nobody was chosen for carries nothing', () => {
  expect(cardMarks({})).toEqual({})
  expect(readMarks({})).toEqual({})
})
