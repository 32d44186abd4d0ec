import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiveTransfer } from './receive'
import { outstanding, type Transfer } from './transfer'

const transfer = (quantity: number, change: Partial<Transfer> = {}): Transfer => ({
  id: 7,
  state: 'in-transit',
  version: 2,
  fromLocationId: 1,
  toLocationId: 3,
  lines: [{ lineNo: 1, variantId: 10, quantity, received: 0, damaged: 0, lost: 0, surplus: 0 }],
  ...change,
})
const delivery = (good: number, damaged = 0, close = true) => ({
  transferId: 7,
  expectedVersion: 2,
  lines: [{ lineNo: 1, good, damaged }],
  close,
  lossReason: 'lost-on-the-way' as const,
})

test('what was sent is received, lost or still on the way, whatever comes in whatever deliveries', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.record({ good: fc.nat({ max: 20 }), damaged: fc.nat({ max: 5 }), close: fc.boolean() }), {
        minLength: 1,
        maxLength: 6,
      }),
      (quantity, deliveries) => {
        let now = transfer(quantity)
        let [arrived, surplus, lost] = [0, 0, 0]
        for (const { good, damaged, close } of deliveries) {
          const receipt = receiveTransfer(now, { ...delivery(good, damaged, close), expectedVersion: now.version })
          if (!receipt.ok) continue
          const [line] = receipt.value.lines
          if (!line) throw new Error('the line is gone')
          expect(line.damaged).toBeLessThanOrEqual(line.arrived + line.surplus)
          arrived += line.arrived
          surplus += line.surplus
          lost += line.lost
          now = {
            ...now,
            version: now.version + 1,
            lines: [line.after],
            state: receipt.value.closes ? 'received' : 'in-transit',
          }
        }
        const [line] = now.lines
        if (!line) throw new Error('the line is gone')
        expect(arrived + lost + outstanding(line)).toBe(quantity)
        expect(line.received).toBe(arrived + surplus)
        if (now.state === 'received') expect(outstanding(line)).toBe(0)
      },
    ),
  )
})

test('two missing pieces are lost for a reason, or the close is refused', () => {
  const receipt = receiveTransfer(transfer(5), delivery(3))
  expect(receipt).toMatchObject({ ok: true, value: { closes: true, lossReason: 'lost-on-the-way' } })
  expect(receipt.ok && receipt.value.lines[0]).toMatchObject({ arrived: 3, lost: 2, surplus: 0 })
  const { lossReason: _, ...unexplained } = delivery(3)
  expect(receiveTransfer(transfer(5), unexplained)).toMatchObject({
    ok: false,
    error: { code: 'TRANSFER_LOSS_NEEDS_REASON', missing: 2 },
  })
})

test('a piece more than was sent is found; a torn one is there but not for sale', () => {
  const receipt = receiveTransfer(transfer(5), delivery(5, 1))
  expect(receipt.ok && receipt.value.lines[0]).toMatchObject({ arrived: 5, surplus: 1, damaged: 1, lost: 0 })
})

test('the same delivery posted twice counts once: the second was decided on an older document', () => {
  expect(receiveTransfer(transfer(5, { version: 3 }), delivery(5))).toMatchObject({
    ok: false,
    error: { code: 'TRANSFER_CHANGED', version: 3 },
  })
  expect(receiveTransfer(transfer(5, { state: 'received' }), delivery(5))).toMatchObject({
    ok: false,
    error: { code: 'TRANSFER_STATE', state: 'received' },
  })
})
