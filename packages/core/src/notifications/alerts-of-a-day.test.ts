import { expect, test } from 'vitest'
import { ALERTS_A_DAY, alertsOfTheDay } from './alerts-of-a-day'

const due = (email: string, ...likings: readonly number[]) => likings.map((liking) => ({ email, liking }))
const today = (alerts: readonly { email: string; liking: number }[], told: Record<string, number> = {}) =>
  alertsOfTheDay(alerts, { toldOf: (email) => told[email] ?? 0, likingOf: ({ liking }) => liking })

test('of many that come about at once each address is told of what is liked best, and of no more than a day has room for', () => {
  const chosen = today([...due('ada@b.example', 0.1, 0.9, -0.2, 0.5, 0.7), ...due('bo@b.example', 0.2)])
  expect(chosen.filter(({ email }) => email.startsWith('ada')).map(({ liking }) => liking)).toEqual([0.9, 0.7, 0.5])
  expect(chosen.filter(({ email }) => email.startsWith('bo'))).toHaveLength(1)
})

test('what was told in the last day counts, however the address is written', () => {
  expect(
    today(due('Ada@b.example', 0.1, 0.9), { 'ada@b.example': ALERTS_A_DAY - 1 }).map(({ liking }) => liking),
  ).toEqual([0.9])
  expect(today(due('ada@b.example', 0.1), { 'ada@b.example': ALERTS_A_DAY + 2 })).toEqual([])
})

test('liked alike, the one asked for first is told first', () => {
  const alerts = ['first', 'second', 'third', 'fourth'].map((name) => ({ email: 'ada@b.example', name }))
  const chosen = alertsOfTheDay(alerts, { toldOf: () => 0, likingOf: () => 0 })
  expect(chosen.map(({ name }) => name)).toEqual(['first', 'second', 'third'])
})
