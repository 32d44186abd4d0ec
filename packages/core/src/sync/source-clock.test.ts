import { expect, test } from 'vitest'
import { onOurClock, skewOf } from './source-clock'

const at = (time: string): Date => new Date(`2026-11-25T${time}Z`)

test('a till whose clock is an hour fast is corrected by that hour', () => {
  const skewMs = skewOf(at('11:00:00'), at('10:00:00'))
  expect(skewMs).toBe(3_600_000)
  expect(onOurClock(at('10:45:00'), skewMs, at('10:00:00'))).toEqual(at('09:45:00'))
})

test('the delay of the network is no wrong clock', () => {
  expect(skewOf(at('10:00:00'), at('10:00:01.500'))).toBe(0)
})

test('nothing is observed after it was told', () => {
  expect(onOurClock(at('10:30:00'), 0, at('10:00:00'))).toEqual(at('10:00:00'))
})
