import { expect, test, vi } from 'vitest'
import { type StaffTopic, staffMoves, staffTopicOf } from './staff-moves'
import { roomsOfProcedure } from './staff-rooms'

const createHints = () => {
  const wakes = new Map<StaffTopic, Set<() => void>>()
  return {
    onHint: (topic: StaffTopic, wake: () => void) => {
      const all = wakes.get(topic) ?? new Set()
      wakes.set(topic, all.add(wake))
      return () => void all.delete(wake)
    },
    move: (topic: StaffTopic) => {
      for (const wake of wakes.get(topic) ?? []) wake()
    },
    listeners: () => [...wakes.values()].reduce((sum, all) => sum + all.size, 0),
  }
}

test('a page looks at once, again when its topic moves, once for what comes together, and leaves nothing behind', async () => {
  vi.useFakeTimers()
  const hints = createHints()
  const leaving = new AbortController()
  let turns = 0
  const watching = (async () => {
    for await (const _ of staffMoves(hints, 'poll', leaving.signal)) turns += 1
  })()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(turns).toBe(1)
  hints.move('supply')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(turns).toBe(1)
  for (let n = 0; n < 50; n++) hints.move('poll')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(turns).toBe(2)
  // A question ends by the clock alone, and a hint may get lost.
  await vi.advanceTimersByTimeAsync(31_000)
  expect(turns).toBe(3)
  leaving.abort()
  await watching
  expect(hints.listeners()).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

test('a hint that comes while the page is being told is not lost', async () => {
  vi.useFakeTimers()
  const hints = createHints()
  const leaving = new AbortController()
  const moves = staffMoves(hints, 'poll', leaving.signal)
  const first = moves.next()
  await vi.advanceTimersByTimeAsync(1_000)
  await first
  hints.move('poll')
  const second = moves.next()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await second).toMatchObject({ done: false })
  leaving.abort()
  await moves.return(undefined)
  vi.useRealTimers()
})

test('stock is news for those who look at supply where units may be promised', () => {
  const level = { onHand: 0, reserved: 0, allocated: 0, unavailable: 0, short: 0, safetyStock: 0, oversellCap: 0 }
  const ids = { recordId: 1, variantId: 1, locationId: 1, version: 1, quantity: 1, recordedAtMs: 0 }
  const stock = { topic: 'stock', type: 'Reserved', ...ids } as const
  expect(staffTopicOf({ ...stock, level })).toBeUndefined()
  expect(staffTopicOf({ ...stock, level: { ...level, oversellCap: 2 } })).toBe('supply')
  expect(staffTopicOf({ ...stock, type: 'OversellCapSet', level })).toBe('supply')
  expect(staffTopicOf({ topic: 'poll', type: 'PollAnswered', pollId: 'cloth' })).toBe('poll')
  expect(staffTopicOf({ topic: 'file', type: 'FileMoved', jobId: 'j' })).toBe('file')
})

test('what a person changed is news in the rooms that show it', () => {
  expect(roomsOfProcedure('admin.allocation.save')).toEqual(['allocation'])
  expect(roomsOfProcedure('admin.forecast.draftSuggested')).toEqual(['forecast', 'supply'])
  expect(roomsOfProcedure('admin.experiments.start')).toEqual(['recommendation'])
  expect(roomsOfProcedure('admin.orders.cancel')).toEqual([])
  expect(staffTopicOf({ topic: 'room', type: 'RoomMoved', room: 'markdown' })).toBe('markdown')
})
