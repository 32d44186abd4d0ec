import { expect, test, vi } from 'vitest'
import { STAFF_TOPICS, type StaffTopic, staffMoves, staffTopicsOf } from './staff-moves'
import { roomsOfAction, roomsOfProcedure } from './staff-rooms'

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

/** Everything that was told so far, and when it is over nothing may be left behind. */
const watching = (hints: ReturnType<typeof createHints>) => {
  const leaving = new AbortController()
  const told: (readonly StaffTopic[])[] = []
  const over = (async () => {
    for await (const topics of staffMoves(hints, leaving.signal)) told.push(topics)
  })()
  const leave = async () => {
    leaving.abort()
    await over
  }
  return { told, leave }
}

test('a page hears of everything at once, then of what moves, once for what comes together, and leaves nothing behind', async () => {
  vi.useFakeTimers()
  const hints = createHints()
  const { told, leave } = watching(hints)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toEqual([STAFF_TOPICS])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toHaveLength(1)
  for (let n = 0; n < 50; n++) hints.move('poll')
  hints.move('supply')
  await vi.advanceTimersByTimeAsync(400)
  expect(told.slice(1)).toEqual([['poll', 'supply']])
  await leave()
  expect(hints.listeners()).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

test('stock that moves without a pause is looked at every two seconds, and once more after its last move', async () => {
  vi.useFakeTimers()
  const hints = createHints()
  const { told, leave } = watching(hints)
  await vi.advanceTimersByTimeAsync(5_000)
  const before = told.length
  for (let n = 0; n < 100; n++) {
    hints.move('stock')
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(told.length - before).toBeGreaterThanOrEqual(4)
  expect(told.length - before).toBeLessThanOrEqual(6)
  const during = told.length
  hints.move('stock')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(told.length).toBe(during + 1)
  await leave()
  vi.useRealTimers()
})

test('a minute later everybody looks by itself, also while one topic moves all the time', async () => {
  vi.useFakeTimers()
  const hints = createHints()
  const { told, leave } = watching(hints)
  await vi.advanceTimersByTimeAsync(5_000)
  const before = told.length
  for (let n = 0; n < 60; n++) {
    hints.move('stock')
    await vi.advanceTimersByTimeAsync(1_000)
  }
  // A question ends by the clock alone, and a hint may get lost.
  expect(told.slice(before).filter((topics) => topics.includes('poll'))).toEqual([STAFF_TOPICS])
  await leave()
  vi.useRealTimers()
})

test('a hint that comes while the page is being told is not lost', async () => {
  vi.useFakeTimers()
  const hints = createHints()
  const leaving = new AbortController()
  const moves = staffMoves(hints, leaving.signal)
  const first = moves.next()
  await vi.advanceTimersByTimeAsync(1_000)
  await first
  hints.move('poll')
  const second = moves.next()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await second).toEqual({ done: false, value: ['poll'] })
  leaving.abort()
  await moves.return(undefined)
  vi.useRealTimers()
})

test('stock is news for those who look at stock, and for supply where units may be promised', () => {
  const level = { onHand: 0, reserved: 0, allocated: 0, unavailable: 0, short: 0, safetyStock: 0, oversellCap: 0 }
  const ids = { recordId: 1, variantId: 1, locationId: 1, version: 1, quantity: 1, recordedAtMs: 0 }
  const stock = { topic: 'stock', type: 'Reserved', ...ids } as const
  expect(staffTopicsOf({ ...stock, level })).toEqual(['stock'])
  expect(staffTopicsOf({ ...stock, level: { ...level, oversellCap: 2 } })).toEqual(['stock', 'supply'])
  expect(staffTopicsOf({ ...stock, type: 'OversellCapSet', level })).toEqual(['stock', 'supply'])
})

test('orders, returns, questions and files are news where they are shown', () => {
  const order = { topic: 'order', orderId: 'o', number: 'SV-1', seq: 1 } as const
  expect(staffTopicsOf({ ...order, type: 'ParcelShipped' })).toEqual(['order'])
  expect(staffTopicsOf({ ...order, type: 'ReturnChanged' })).toEqual(['order', 'return'])
  expect(staffTopicsOf({ topic: 'poll', type: 'PollAnswered', pollId: 'cloth' })).toEqual(['poll'])
  expect(staffTopicsOf({ topic: 'file', type: 'FileMoved', jobId: 'j' })).toEqual(['file'])
  expect(staffTopicsOf({ topic: 'room', type: 'RoomMoved', room: 'markdown' })).toEqual(['markdown'])
  expect(staffTopicsOf({ topic: 'training', type: 'TrainingAsked', trainingId: 't' })).toEqual([])
})

test('what a person changed is news in the rooms that show it, and in the journal whatever came of it', () => {
  expect(roomsOfProcedure('admin.allocation.save')).toEqual(['allocation'])
  expect(roomsOfProcedure('admin.forecast.draftSuggested')).toEqual(['forecast', 'supply'])
  expect(roomsOfProcedure('admin.experiments.start')).toEqual(['recommendation'])
  expect(roomsOfProcedure('admin.counts.post')).toEqual(['count'])
  // Told by the order's own message.
  expect(roomsOfProcedure('admin.orders.cancel')).toEqual([])
  expect(roomsOfAction('admin.allocation.save', 'done')).toEqual(['allocation', 'journal'])
  expect(roomsOfAction('admin.allocation.save', 'POLICY_CHANGED')).toEqual(['journal'])
})
