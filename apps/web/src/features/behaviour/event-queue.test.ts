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
