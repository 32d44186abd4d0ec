import { expect, test } from 'vitest'
import { type AlertToTell, noticeOfAlert } from './notice-of-alert'

const alert: AlertToTell = {
  alertId: 'a1',
  kind: 'stock',
  email: 'ada@example.org',
  userId: undefined,
  slug: 'marlow-overshirt',
  title: 'Marlow Overshirt',
  brand: 'Twill & Tor',
  size: 'M',
  colour: { value: 'ink-blue', label: 'Ink blue' },
  priceMinor: 12_905,
  currency: 'EUR',
}

test('whoever waited for a size is told of it once, in its colour, and that nothing is held', () => {
  expect(noticeOfAlert(alert, 'c')).toEqual({
    dedupeKey: 'alert:a1',
    kind: 'back-in-stock',
    to: 'ada@example.org',
    subject: 'It is back: Marlow Overshirt',
    body: 'The Marlow Overshirt by Twill & Tor can be bought again in M, Ink blue. It is not held for you: who comes first has it.',
    link: '/p/marlow-overshirt?colour=ink-blue',
    correlationId: 'c',
  })
})

test('whoever waited for a price reads the price as it is now', () => {
  const told = noticeOfAlert({ ...alert, kind: 'price', size: undefined, colour: undefined, userId: 'u1' }, 'c')
  expect(told).toMatchObject({ kind: 'price-drop', userId: 'u1', link: '/p/marlow-overshirt' })
  expect(told.body).toBe('The Marlow Overshirt by Twill & Tor costs 129.05 EUR now, less than when you asked.')
  expect(noticeOfAlert({ ...alert, kind: 'price', priceMinor: 5 }, 'c').body).toContain('costs 0.05 EUR')
})
