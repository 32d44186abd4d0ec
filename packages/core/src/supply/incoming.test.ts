import { expect, test } from 'vitest'
import { incomingAt, type LineEvent } from './incoming'

const on = (day: number): Date => new Date(Date.UTC(2026, 10, day))
const announced: LineEvent = { type: 'announced', at: on(1) }
const days = [0, 2, 4, 6, 8].map((day) => on(day))

test('what is announced is on its way until it has come, and what is missing when its line is closed is not', () => {
  const events: LineEvent[] = [
    announced,
    { type: 'received', at: on(3), units: 8, closed: false },
    { type: 'received', at: on(5), units: 7, closed: true },
  ]
  expect(incomingAt([{ units: 20, events }], days)).toEqual([0, 20, 12, 0, 0])
})

test('a line that is cut or raised counts with what it was at each moment', () => {
  const events: LineEvent[] = [
    announced,
    { type: 'changed', at: on(3), was: 20, units: 5 },
    { type: 'changed', at: on(5), was: 5, units: 30 },
    { type: 'received', at: on(7), units: 4, closed: false },
  ]
  expect(incomingAt([{ units: 30, events }], days)).toEqual([0, 20, 5, 30, 26])
})

test('what was called off is not on its way, more than was announced counts as nothing missing, shipments add up', () => {
  const calledOff: LineEvent[] = [announced, { type: 'cancelled', at: on(5) }]
  const over: LineEvent[] = [
    { type: 'announced', at: on(3) },
    { type: 'received', at: on(7), units: 9, closed: true },
  ]
  expect(
    incomingAt(
      [
        { units: 20, events: calledOff },
        { units: 6, events: over },
      ],
      days,
    ),
  ).toEqual([0, 20, 26, 6, 0])
})
