import { expect, test } from 'vitest'
import type { AllocationGuidance } from '../allocation/ports'
import { chooseByPolicy } from './choose-by-policy'
import { EMPTY_STOCK, type StockRecord } from './state'

const record = (recordId: number, onHand: number, more: Partial<StockRecord> = {}): StockRecord => ({
  ...EMPTY_STOCK,
  recordId,
  variantId: 1,
  locationId: recordId,
  onHand,
  ...more,
})
const guidance = (change: Partial<AllocationGuidance['policy']> = {}): AllocationGuidance => ({
  policy: { rules: ['priority'], split: true, ...change },
  places: new Map(
    [1, 2].map((locationId) => [
      locationId,
      {
        locationId,
        code: `L${locationId}`,
        name: '',
        kind: 'warehouse',
        country: 'NL',
        priority: -locationId,
        leadDays: 1,
      },
    ]),
  ),
})
const wanted = { units: 5, allowFuture: false, sending: new Set<number>() }
const taken = (choice: ReturnType<typeof chooseByPolicy>) =>
  choice.parts.map((part) => [part.record.recordId, part.units])

test('the policy of the channel decides, not the order in which records come', () => {
  const choice = chooseByPolicy(guidance(), [record(1, 10), record(2, 3)], wanted)
  expect(taken(choice)).toEqual([
    [2, 3],
    [1, 2],
  ])
  expect(choice.why).toBe('By priority: L2 3 of 3 (rank -2); L1 2 of 10 (rank -1)')
})

test('what a shop keeps is neither taken nor forgotten in the explanation', () => {
  const choice = chooseByPolicy(guidance(), [record(1, 10), record(2, 3, { safetyStock: 2 })], wanted)
  expect(taken(choice)).toEqual([
    [2, 1],
    [1, 4],
  ])
  expect(choice.why).toContain('L2 1 of 1 (rank -2, keeps 2)')
})

test('an unsplit line comes from one place or from nowhere', () => {
  expect(taken(chooseByPolicy(guidance({ split: false }), [record(1, 10), record(2, 3)], wanted))).toEqual([[1, 5]])
  expect(taken(chooseByPolicy(guidance({ split: false }), [record(1, 4), record(2, 3)], wanted))).toEqual([])
})

test('what stock cannot meet comes from supply to come, in the order of the policy', () => {
  const records = [record(1, 1, { oversellCap: 9 }), record(2, 1, { oversellCap: 9 })]
  const choice = chooseByPolicy(guidance(), records, { ...wanted, allowFuture: true })
  expect(taken(choice)).toEqual([
    [2, 4],
    [1, 1],
  ])
  expect(choice.why).toBe('By priority: L2 1 of 1 (3 from supply to come, rank -2); L1 1 of 1 (rank -1)')
})

test('an unsplit line sold ahead comes whole from the one place whose stock and supply to come have all of it', () => {
  const ahead = { ...wanted, allowFuture: true }
  const choice = chooseByPolicy(guidance({ split: false }), [record(1, 1, { oversellCap: 9 }), record(2, 1)], ahead)
  expect(choice.parts.map((part) => [part.record.recordId, part.units, part.futureUnits])).toEqual([[1, 5, 4]])
  expect(choice.why).toContain(
    'unsplit: L2 0 of 1 (rank -2, not enough in one place); L1 1 of 1 (4 from supply to come',
  )
  const nowhere = [record(1, 1, { oversellCap: 3 }), record(2, 1, { oversellCap: 3 })]
  expect(taken(chooseByPolicy(guidance({ split: false }), nowhere, ahead))).toEqual([])
})
