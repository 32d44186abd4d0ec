import type { UnitToCome } from '@selvedge/core'
import { expect, test } from 'vitest'
import type { LiveAvailabilityView } from './availability-view'
import { withUnits } from './with-units'

const stockOf = (sku: string, available: number, future?: number) => ({
  sku,
  size: sku.slice(-1),
  colour: 'ecru',
  version: 4,
  available,
  ...(future === undefined ? {} : { future }),
})
/** Two products: of one a size is sold out and sold ahead, of the other everything is there. */
const STOCK = new Map([
  [7, [stockOf('A-S', 0, 3), stockOf('A-M', 2, 3)]],
  [8, [stockOf('B-S', 5)]],
])

const shop = () => {
  const units = new Map<string, UnitToCome>()
  const bySku = new Map([...STOCK.values()].flat().map((one) => [one.sku, one]))
  let versions = 4
  const memory: LiveAvailabilityView = {
    ofSkus: async (skus) => skus.flatMap((sku) => bySku.get(sku) ?? []),
    ofProducts: async (ids) => new Map(ids.map((id) => [id, STOCK.get(id) ?? []])),
    isCurrent: (shown) => shown.every(({ version }) => version === versions),
    asOfMs: () => 0,
    close: () => undefined,
  }
  return {
    units,
    view: withUnits(memory, (sku) => units.get(sku)),
    moveStock: () => {
      versions += 1
    },
  }
}

test('what cannot be bought says by when it can be had; what is there, and what is not sold ahead, says nothing', async () => {
  const { view, units } = shop()
  for (const sku of ['A-S', 'A-M', 'B-S']) units.set(sku, { kind: 'preorder', shipsBy: '2027-03-03' })
  expect((await view.ofSkus(['A-S', 'A-M', 'B-S'])).map(({ next }) => next?.shipsBy)).toEqual([
    '2027-03-03',
    undefined,
    undefined,
  ])
  const live = await view.ofProducts([7, 8])
  expect(live.get(7)?.map(({ next }) => next?.shipsBy)).toEqual(['2027-03-03', undefined])
  expect(live.get(8)).toBe(STOCK.get(8))
})

test('a product is the same object until another day may be said of it', async () => {
  const { view, units } = shop()
  units.set('A-S', { kind: 'preorder', shipsBy: '2027-03-03' })
  const first = (await view.ofProducts([7])).get(7)
  expect((await view.ofProducts([7])).get(7)).toBe(first)
  units.set('A-S', { kind: 'preorder', shipsBy: '2027-03-09' })
  const next = (await view.ofProducts([7])).get(7)
  expect(next).not.toBe(first)
  expect(next?.[0]?.next?.shipsBy).toBe('2027-03-09')
})

test('what was shown holds good until its stock moves, or its day', async () => {
  const { view, units, moveStock } = shop()
  units.set('A-S', { kind: 'backorder', shipsBy: '2027-03-03' })
  const shown = await view.ofSkus(['A-S', 'A-M'])
  expect(view.isCurrent(shown)).toBe(true)
  units.set('A-S', { kind: 'backorder' })
  expect(view.isCurrent(shown)).toBe(false)
  units.set('A-S', { kind: 'backorder', shipsBy: '2027-03-03' })
  expect(view.isCurrent(shown)).toBe(true)
  moveStock()
  expect(view.isCurrent(shown)).toBe(false)
})
