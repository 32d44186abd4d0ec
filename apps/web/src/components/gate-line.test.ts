import { expect, test } from 'vitest'
import { AT_ONCE, createGateLine } from './gate-line'

const lineOf = (gates: readonly number[]) => {
  const opened: number[] = []
  const pauses: (() => void)[] = []
  const line = createGateLine<number>({ open: (gate) => opened.push(gate), pause: (work) => pauses.push(work) })
  for (const gate of gates) line.add(gate)
  return { line, opened, pauses, pass: () => pauses.shift()?.() }
}

test('gates open a few to a pause, in the order in which they came', () => {
  const gates = Array.from({ length: AT_ONCE + 2 }, (_, place) => place)
  const { opened, pauses, pass } = lineOf(gates)
  expect(pauses).toHaveLength(1)
  expect(opened).toEqual([])
  pass()
  expect(opened).toEqual(gates.slice(0, AT_ONCE))
  pass()
  expect(opened).toEqual(gates)
  expect(pauses).toEqual([])
})

test('a gate that has left the line, or came to it twice, is opened never or once', () => {
  const { line, opened, pass } = lineOf([1, 2, 2, 3])
  line.remove(1)
  pass()
  expect(opened).toEqual([2, 3])
})

test('a line that was empty moves again with the next gate', () => {
  const { line, opened, pauses, pass } = lineOf([1])
  pass()
  line.add(2)
  expect(pauses).toHaveLength(1)
  pass()
  expect(opened).toEqual([1, 2])
})
