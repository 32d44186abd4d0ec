import { expect, test } from 'vitest'
import { choiceWords } from './choice-words'

type Line = Parameters<typeof choiceWords>[0][number]

const asked = (shipBy: string | undefined, firstShipBy: string | undefined, isOverdue?: true): Line => ({
  ...(shipBy === undefined ? {} : { shipBy }),
  promise: {
    kind: 'preorder',
    units: 1,
    kept: 0,
    state: 'open',
    choice: 'asked',
    ...(firstShipBy === undefined ? {} : { firstShipBy }),
    ...(isOverdue ? { isOverdue } : {}),
  },
})

test('a day that moved is called changed, the first one is called the first, and one that is lost is called lost', () => {
  expect(choiceWords([asked('2026-12-20', '2026-12-06')])).toBe('The day we promised has changed.')
  expect(choiceWords([asked('2026-12-06', '2026-12-06')])).toBe('There is a day for it now.')
  expect(choiceWords([asked(undefined, '2026-12-06')])).toMatch(/^It will not leave by the day we promised/)
  expect(choiceWords([asked('2026-12-06', '2026-12-06', true)])).toMatch(/^It will not leave by the day we promised/)
  expect(choiceWords([asked(undefined, undefined)])).toBe('We still cannot name a day for it.')
})

test('of several lines the worst news is told; what nobody asks about is not', () => {
  expect(choiceWords([asked('2026-12-06', '2026-12-06'), asked('2026-12-20', '2026-12-06')])).toBe(
    'The day we promised has changed.',
  )
  const line = asked('2026-12-20', '2026-12-06')
  expect(line.promise && choiceWords([{ ...line, promise: { ...line.promise, choice: 'keep' } }])).toBeUndefined()
  expect(choiceWords([{ shipBy: '2026-12-20' }])).toBeUndefined()
})
