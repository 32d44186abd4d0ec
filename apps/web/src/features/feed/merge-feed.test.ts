import { expect, test } from 'vitest'
import { mergeFeed } from './merge-feed'

const item = (productId: number, note = '') => ({ card: { productId }, note })
const items = (...ids: number[]) => ids.map((id) => item(id))
const none: ReadonlySet<number> = new Set()
const merged = (page: Partial<Parameters<typeof mergeFeed<ReturnType<typeof item>>>[0]>) =>
  mergeFeed({ shown: [], fresh: [], seen: none, inView: none, away: none, ...page })
const ids = (page: Parameters<typeof merged>[0]) => merged(page).map(({ card }) => card.productId)

test('what was in view stays in its place, the rest follows the fresh order', () => {
  expect(ids({ shown: items(1, 2, 3, 4), fresh: items(9, 4, 2, 8), seen: new Set([1, 2]) })).toEqual([1, 2, 9, 4])
})

test('nothing above a piece that was seen moves, even what was passed too fast to be seen', () => {
  expect(ids({ shown: items(1, 2, 3, 4), fresh: items(4, 9, 8, 7), seen: new Set([3]) })).toEqual([1, 2, 3, 4])
})

test('what leaves gives its place to the best fresh piece', () => {
  const page = { shown: items(1, 2, 3), fresh: items(1, 3, 7), seen: new Set([1, 2, 3]), away: new Set([2]) }
  expect(ids(page)).toEqual([1, 7, 3])
})

test('what is away keeps its room as long as it is looked at', () => {
  const page = { shown: items(1, 2, 3), fresh: items(2, 8, 9), seen: new Set([1, 2, 3]), away: new Set([2]) }
  expect(ids({ ...page, inView: new Set([2, 3]) })).toEqual([1, 2, 3])
})

test('what is away never comes back with a fresh answer, and the page only shrinks when there is nothing else', () => {
  const page = { shown: items(1, 2, 3), seen: new Set([1, 2, 3]), away: new Set([2]) }
  expect(ids({ ...page, fresh: items(2, 1, 3) })).toEqual([1, 3])
})

test('a piece that stays says what the fresh answer says of it', () => {
  const [first] = merged({ shown: [item(1, 'old')], fresh: [item(1, 'new')], seen: new Set([1]) })
  expect(first?.note).toBe('new')
})
