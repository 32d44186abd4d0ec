import { expect, test } from 'vitest'
import { parseToolArguments } from './tool-arguments'

const now = new Date('2026-11-25T16:00:00Z')
const parse = (line: string) => parseToolArguments(line.split(' ').filter(Boolean), now)

test('a question about the past is read with its moment, its axis and what it is about', () => {
  expect(parse('as-of --record 12 --at 2026-11-20T10:00:00Z --axis effective --why onHand')).toEqual({
    command: 'as-of',
    subject: { kind: 'record', recordId: 12 },
    moment: { at: new Date('2026-11-20T10:00:00Z'), axis: 'effective' },
    diff: undefined,
    why: 'onHand',
  })
  expect(parse('as-of --shop')).toMatchObject({ subject: { kind: 'shop' }, moment: { at: now, axis: 'recorded' } })
})

test.each([
  ['', /Which one/],
  ['mend', /no command mend/],
  ['verify --fast', /takes no options/],
  ['as-of', /wants one of/],
  ['as-of --record 1 --shop', /wants one of/],
  ['as-of --record 1.5', /number of a record/],
  ['as-of --record 0', /number of a record/],
  ['as-of --record 1 --at yesterday', /--at is no time/],
  ['as-of --record 1 --axis both', /--axis has to be/],
  ['as-of --shop --why onHand', /one --record/],
  ['as-of --record 1 --why price', /--why has to be one of/],
])('%j is refused with a line that says what is wrong', (line, message) => {
  expect(() => parse(line)).toThrow(message)
})
