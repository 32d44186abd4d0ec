import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Binding, bindPromises, type RecordSupply, shipByOf, type Waiting } from './bind-promises'

const day = (nth: number): string => `2027-03-${String(nth).padStart(2, '0')}`
const supplyArb: fc.Arbitrary<RecordSupply> = fc.record({
  stockUnits: fc.integer({ min: -3, max: 12 }),
  backorderUnits: fc.nat(8),
  lines: fc.uniqueArray(
    fc.record({
      shipmentLineId: fc.integer({ min: 1, max: 50 }),
      shipsOn: fc.integer({ min: 1, max: 28 }).map(day),
      outstanding: fc.nat(10),
      isOverdue: fc.boolean(),
    }),
    { selector: ({ shipmentLineId }) => shipmentLineId, maxLength: 5 },
  ),
})
const queueArb: fc.Arbitrary<Waiting[]> = fc
  .array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 })
  .map((units) => units.map((n, nth) => ({ key: `p${nth}`, units: n, backorderShipsOn: '2027-06-01' })))

const total = (bindings: readonly Binding[], source?: Binding['source']): number =>
  bindings.reduce((sum, one) => sum + (source === undefined || one.source === source ? one.units : 0), 0)

test('nobody is promised a unit twice: bindings never pass what a shipment line, the shelf or the allowance has', () => {
  fc.assert(
    fc.property(queueArb, supplyArb, (queue, supply) => {
      const bindings = bindPromises(queue, supply).bound.flatMap((one) => one.bindings)
      for (const line of supply.lines) {
        const units = bindings.reduce(
          (sum, one) => sum + (one.source === 'shipment' && one.shipmentLineId === line.shipmentLineId ? one.units : 0),
          0,
        )
        expect(units).toBeLessThanOrEqual(line.outstanding)
      }
      expect(total(bindings, 'stock')).toBeLessThanOrEqual(Math.max(0, supply.stockUnits))
      expect(total(bindings, 'backorder')).toBeLessThanOrEqual(supply.backorderUnits)
    }),
  )
})

test('every unit in the queue is bound to something or said to be unbound, and only when nothing is left', () => {
  fc.assert(
    fc.property(queueArb, supplyArb, (queue, supply) => {
      const { bound, left } = bindPromises(queue, supply)
      for (const [nth, one] of bound.entries()) expect(total(one.bindings)).toBe(queue[nth]?.units)
      const unbound = total(
        bound.flatMap((one) => one.bindings),
        'none',
      )
      const free = left.stockUnits + left.backorderUnits + left.lines.reduce((sum, line) => sum + line.outstanding, 0)
      expect(unbound === 0 || free === 0).toBe(true)
    }),
  )
})

test('first come, first bound: who comes later never changes what those before them were told', () => {
  fc.assert(
    fc.property(queueArb, supplyArb, fc.integer({ min: 1, max: 5 }), (queue, supply, units) => {
      const before = bindPromises(queue, supply).bound
      const after = bindPromises([...queue, { key: 'late', units, backorderShipsOn: '2027-06-01' }], supply).bound
      expect(after.slice(0, queue.length)).toEqual(before)
    }),
  )
})

test('binding does not depend on the order in which supply is read', () => {
  fc.assert(
    fc.property(queueArb, supplyArb, (queue, supply) => {
      const turned = { ...supply, lines: [...supply.lines].reverse() }
      expect(bindPromises(queue, turned).bound).toEqual(bindPromises(queue, supply).bound)
    }),
  )
})

test('receiving fills promises before it becomes free stock, in the order they were made', () => {
  fc.assert(
    fc.property(queueArb, supplyArb, fc.nat(10), (queue, supply, came) => {
      const line = supply.lines[0]
      if (!line) return
      const taken = Math.min(came, line.outstanding)
      const received: RecordSupply = {
        ...supply,
        stockUnits: Math.max(0, supply.stockUnits) + taken,
        lines: supply.lines.map((one) => (one === line ? { ...one, outstanding: one.outstanding - taken } : one)),
      }
      const { bound, left } = bindPromises(queue, received)
      if (left.stockUnits === 0) return
      // Something is left on the shelf: then nobody waits.
      expect(bound.every((one) => one.bindings.every(({ source }) => source === 'stock'))).toBe(true)
    }),
  )
})

test('a promise ships when the last of its units can', () => {
  const supply = {
    stockUnits: 1,
    backorderUnits: 0,
    lines: [
      { shipmentLineId: 7, shipsOn: day(20), outstanding: 2 },
      { shipmentLineId: 3, shipsOn: day(12), outstanding: 1 },
    ],
  }
  const { bound } = bindPromises([{ key: 'a', units: 3, backorderShipsOn: day(28) }], supply)
  expect(bound[0]?.bindings).toEqual([
    { source: 'stock', units: 1 },
    { source: 'shipment', shipmentLineId: 3, units: 1, shipsOn: day(12) },
    { source: 'shipment', shipmentLineId: 7, units: 1, shipsOn: day(20) },
  ])
  expect(shipByOf(bound[0]?.bindings ?? [])).toBe(day(20))
})

test('an earlier shipment that appears moves everybody forward in their order', () => {
  const queue = ['a', 'b', 'c'].map((key) => ({ key, units: 1, backorderShipsOn: day(28) }))
  const late = { shipmentLineId: 1, shipsOn: day(20), outstanding: 3 }
  const early = { shipmentLineId: 2, shipsOn: day(10), outstanding: 2 }
  const { bound } = bindPromises(queue, { stockUnits: 0, backorderUnits: 0, lines: [late, early] })
  expect(bound.map((one) => shipByOf(one.bindings))).toEqual([day(10), day(10), day(20)])
})

test('who came first has the shipment that has a day; what is overdue is bound last of what is announced, without a day', () => {
  const queue = ['a', 'b'].map((key) => ({ key, units: 1, backorderShipsOn: day(28) }))
  const overdue = { shipmentLineId: 1, shipsOn: day(2), outstanding: 5, isOverdue: true }
  const dated = { shipmentLineId: 2, shipsOn: day(20), outstanding: 1 }
  const { bound } = bindPromises(queue, { stockUnits: 0, backorderUnits: 1, lines: [overdue, dated] })
  expect(bound.map(({ bindings }) => bindings)).toEqual([
    [{ source: 'shipment', shipmentLineId: 2, units: 1, shipsOn: day(20) }],
    [{ source: 'shipment', shipmentLineId: 1, units: 1 }],
  ])
})
