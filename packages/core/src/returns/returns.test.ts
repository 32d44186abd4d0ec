import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspectLine } from './inspect-line'
import { refundOfUnits } from './refund-amount'
import { judgeByPolicy } from './return-policy'
import { checkReturnable } from './returnable'

const DAY_MS = 86_400_000
const deliveredAt = new Date('2026-10-01T12:00:00Z')
const after = (days: number) => ({ deliveredAt, now: new Date(deliveredAt.getTime() + days * DAY_MS) })

test('a dress comes back within thirty days without asking, within ninety by staff, and later not at all', () => {
  const policy = { autoApproveDays: 30, refuseAfterDays: 90 }
  expect([0, 30, 31, 90, 91].map((days) => judgeByPolicy(policy, after(days)))).toEqual([
    'approved',
    'approved',
    'requested',
    'requested',
    'too-late',
  ])
})

test('refunds of a line, in whatever steps, add up to what was paid to the cent', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
      (totalMinor, steps) => {
        const quantity = steps.reduce((sum, step) => sum + step, 0)
        let [before, refunded] = [0, 0]
        for (const step of steps) {
          const part = refundOfUnits({ totalMinor, quantity }, before, step)
          expect(part).toBeGreaterThanOrEqual(0)
          refunded += part
          before += step
        }
        expect(refunded).toBe(totalMinor)
      },
    ),
  )
})

test('a unit that is on its way back cannot come back again', () => {
  const ordered = [{ lineNo: 1, quantity: 2, returning: 1 }]
  const line = (quantity: number) => ({ lines: [{ lineNo: 1, quantity, reason: 'too-small' as const }] })
  expect(checkReturnable(ordered, line(1)).ok).toBe(true)
  expect(checkReturnable(ordered, line(2))).toMatchObject({ error: { code: 'RETURN_EXCEEDS_ORDER', returnable: 1 } })
})

test('inspection decides every piece once; what is sent back to the shopper is not refunded', () => {
  const line = {
    lineNo: 1,
    quantity: 3,
    decided: false,
    orderLine: { totalMinor: 10_000, quantity: 3 },
    refundedUnits: 0,
  }
  const outcomes = [
    { outcome: 'restocked' as const, quantity: 1 },
    { outcome: 'quarantined' as const, quantity: 1 },
    { outcome: 'refused' as const, quantity: 1 },
  ]
  expect(inspectLine(line, { lineNo: 1, outcomes })).toMatchObject({ value: { refundUnits: 2, refundMinor: 6_666 } })
  expect(inspectLine(line, { lineNo: 1, outcomes: outcomes.slice(1) })).toMatchObject({
    error: { code: 'INSPECTION_DOES_NOT_ADD_UP', expected: 3 },
  })
  expect(inspectLine({ ...line, decided: true }, { lineNo: 1, outcomes })).toMatchObject({
    error: { code: 'RETURN_LINE_DECIDED' },
  })
})
