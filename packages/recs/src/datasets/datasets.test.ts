import { describe, expect, test } from 'vitest'
import { parseFitRecords } from './fit-records'
import { parseRatings } from './ratings'
import { parseSessions } from './sessions'
import { alignedMatrices, parseUserItems } from './user-items'

const file = (text: string) => ({ name: 'train.txt', text })

test('lists of user and items, empty lists included; places mean the same in every part', () => {
  const train = parseUserItems(file('0 3 1\n1\n2 0\n'))
  expect(train).toEqual([
    { user: 0, item: 3 },
    { user: 0, item: 1 },
    { user: 2, item: 0 },
  ])
  const [one, two] = alignedMatrices([train, parseUserItems(file('4 7'))])
  expect([one?.userCount, one?.itemCount]).toEqual([5, 8])
  expect([two?.userCount, two?.itemCount]).toEqual([5, 8])
})

test('ratings with and without a heading', () => {
  const rows = 'u1\ti9\t3\t881\nu2\ti9\t5\t882\n'
  const headed = parseRatings(file(`user_id:token\titem_id:token\trating:float\ttimestamp:float\n${rows}`))
  expect(headed).toEqual(parseRatings(file(rows)))
  expect(headed[1]).toEqual({ user: 1, item: 0, rating: 5, time: 882 })
})

test('sessions are put in order, by click and by end', () => {
  const found = parseSessions(file('SessionId\tItemId\tTime\n9\t1\t50.0\n9\t2\t40.0\n8\t3\t45.0\n'))
  expect(found).toEqual([
    { itemIds: [3], endedAt: 45 },
    { itemIds: [2, 1], endedAt: 50 },
  ])
})

test('records of fit take what was told and leave what came after', () => {
  const [one] = parseFitRecords(
    file('{"user":"a","item":"x","size":8,"fit":"small","bust_cup":"dd","height_cm":170,"rating":10}\n'),
  )
  expect(one).toMatchObject({ user: 0, item: 0, size: 8, outcome: 'small' })
  expect(one?.body).toEqual({
    heightCm: 170,
    weightKg: undefined,
    ageYears: undefined,
    bustBand: undefined,
    bustCup: 4.5,
    shape: undefined,
  })
})

describe('a line that is not what the format says is named', () => {
  test.each([
    ['a list', () => parseUserItems(file('0 1\n1 x\n')), 'train.txt, line 2: "x" is no id'],
    ['a rating', () => parseRatings(file('u\ti\t3\t1\nu\ti\t3\n')), 'train.txt, line 2'],
    ['a time', () => parseSessions(file('1\t2\t3\n1\t2\tsoon\n')), 'train.txt, line 2'],
    ['a fit', () => parseFitRecords(file('{"user":"a","item":"x","size":8,"fit":"tight"}')), 'train.txt, line 1'],
    ['JSON', () => parseFitRecords(file('\n{')), 'train.txt, line 2'],
  ])('%s', (_, read, message) => {
    expect(read).toThrow(message)
  })
})
