import { expect, test } from 'vitest'
import { createEventQueue, type Shelf } from './event-queue'

const shelfOf = (): Shelf & { kept: Map<string, string> } => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}
let made = 0
const queueOver = (shelf: Shelf | undefined) =>
  createEventQueue({ shelf, now: () => 1_000, newId: () => `id-${++made}` })
const look = (productId: number) => ({ kind: 'view' as const, productId })

test('what was not sent when the page closed is sent by the next one, in order', () => {
  const shelf = shelfOf()
  const first = queueOver(shelf)
  first.add(look(1))
  first.add(look(2))
  const second = queueOver(shelf)
  second.add(look(3))
  expect(second.next().map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  second.letGo(second.next())
  expect(second.size()).toBe(0)
  expect(shelf.kept.size).toBe(0)
})

test('two tabs keep what each has not sent: neither writes over the other, and what one has sent is sent once', () => {
  const shelf = shelfOf()
  const [left, right] = [queueOver(shelf), queueOver(shelf)]
  left.add(look(1))
  right.add(look(2))
  left.add(look(3))
  const productsOf = (events: readonly { signal: object }[]) => events.map(({ signal }) => signal)
  // Both were closed with all of it unsent: the next page has everything.
  const third = queueOver(shelf)
  expect(new Set(productsOf(third.next()))).toEqual(new Set([look(1), look(2), look(3)]))
  left.letGo(left.next())
  expect(productsOf(right.next())).toEqual([look(2)])
  expect(productsOf(third.next())).toEqual([look(2)])
  third.letGo(third.next())
  right.add(look(4))
  right.letGo(right.next())
  expect(shelf.kept.size).toBe(0)
})

test('consent taken back in one tab leaves nothing on the shelf of any', () => {
  const shelf = shelfOf()
  const [left, right] = [queueOver(shelf), queueOver(shelf)]
  left.add(look(1))
  right.add(look(2))
  left.clear()
  expect(shelf.kept.size).toBe(0)
  expect(left.size()).toBe(0)
})

test('an offline day keeps the latest events and no more than there is room for', () => {
  const queue = queueOver(shelfOf())
  for (let n = 1; n <= 500; n += 1) queue.add(look(n))
  expect(queue.size()).toBe(400)
  expect(queue.next()[0]?.signal).toEqual(look(101))
})

test('a browser that forbids storage, or one that was scribbled in, still works', () => {
  const forbidden: Shelf = {
    getItem: () => '{"not": "a list"',
    setItem: () => {
      throw new Error('quota')
    },
    removeItem: () => undefined,
  }
  const queue = queueOver(forbidden)
  queue.add(look(1))
  expect(queue.next()).toHaveLength(1)
  expect(queueOver(undefined).next()).toEqual([])
})
