import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseArtefact, serialiseArtefact } from '../artefact/artefact'
import { interactionsOf } from '../interactions/interactions'
import { seededRandom, shuffle } from '../random'
import { tastefulUsers } from '../testing/tasteful-users'
import { advanceNeighbours, type CountedNeighbours, countNeighbours } from './advance-neighbours'
import { trainGraphFilter } from './graph-filter'
import { similarTo } from './item-neighbours'
import { basisArtefact, type NeighbourBasis, parseBasis } from './neighbour-basis'
import { basisOf, EMPTY_BASIS, type PeopleNow } from './replace-people'

const OPTIONS = { neighbours: 4 }
const counted = (basis: NeighbourBasis): CountedNeighbours => ({ basis, model: countNeighbours(basis, OPTIONS) })
const nothing = counted(EMPTY_BASIS)
const basisIn = (shop: PeopleNow): NeighbourBasis =>
  basisOf([...shop].flatMap(([person, items]) => Array.from(items, (itemId) => ({ person, itemId }))))

/** A shop of so many people with tastes: enough pieces that rows are full and forget what stood behind their last. */
const drawnShop = (seed: number): Map<number, number[]> => {
  const shop = new Map<number, number[]>()
  for (const { user, item } of tastefulUsers({ users: 60, items: 40, groups: 4, each: 5, seed })) {
    shop.set(user, [...(shop.get(user) ?? []), 10 * item])
  }
  return shop
}

describe('neighbours that go on from what was counted', () => {
  test('are, after any batches, bit for bit those of a training over everything', () => {
    const batches = fc.array(
      fc.array(
        fc.tuple(fc.integer({ min: 0, max: 70 }), fc.array(fc.integer({ min: 0, max: 450 }), { maxLength: 7 })),
        { maxLength: 5 },
      ),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), batches, (seed, drawn) => {
        const shop = drawnShop(seed)
        let known = counted(basisIn(shop))
        for (const batch of drawn) {
          for (const [person, items] of batch) shop.set(person, items)
          known = advanceNeighbours(known, new Map(batch), OPTIONS)
        }
        const anew = counted(basisIn(shop))
        expect(known.basis).toEqual(anew.basis)
        expect(known.model).toEqual(anew.model)
      }),
      { numRuns: 50 },
    )
  })

  test('do not mind what is said twice, in another order, or in one batch instead of several', () => {
    const pieces = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 })
    const said = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 70 }), pieces), { selector: ([who]) => who })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), said, (seed, people) => {
        const before = counted(basisIn(drawnShop(seed)))
        const once = advanceNeighbours(before, new Map(people), OPTIONS)
        let known = before
        const random = seededRandom(seed)
        const places = [...people.keys(), ...people.keys()]
        for (const nth of shuffle(places, random)) {
          const [person, items] = people[nth] ?? [0, []]
          known = advanceNeighbours(known, new Map([[person, shuffle([...items, ...items], random)]]), OPTIONS)
        }
        expect(known.model).toEqual(once.model)
        expect(known.basis).toEqual(once.basis)
      }),
      { numRuns: 25 },
    )
  })

  test('touch only what somebody moved: other rows are taken over, those beside are put right', () => {
    const shop = drawnShop(3)
    const before = counted(basisIn(shop))
    const [own = 0, ...others] = shop.get(7) ?? []
    const added = [...shop.values()].flat().find((itemId) => itemId !== own && !others.includes(itemId)) ?? 0
    const { anew, corrected, moved, model } = advanceNeighbours(
      before,
      new Map([[7, [own, ...others, added]]]),
      OPTIONS,
    )
    expect(moved).toBe(1)
    expect(corrected).toBeGreaterThan(0)
    expect(anew).toBeGreaterThanOrEqual(6)
    expect(anew + corrected).toBeLessThan(model.itemIds.length)
  })

  test('are the very same arrays when nobody has anything else', () => {
    const shop = drawnShop(5)
    const before = counted(basisIn(shop))
    const same = advanceNeighbours(before, new Map([...shop].slice(0, 20)), OPTIONS)
    expect(same.moved).toBe(0)
    expect(same.model).toBe(before.model)
  })

  test('a shop begins with nobody, and forgets a piece with the last who had it', () => {
    const begun = advanceNeighbours(nothing, new Map([[1, [10, 20]]]), OPTIONS)
    expect([...similarTo(begun.model, 10, 5).itemIds]).toEqual([20])
    const left = advanceNeighbours(begun, new Map([[1, []]]), OPTIONS)
    expect(left.model.itemIds).toHaveLength(0)
    expect(left.basis).toEqual(EMPTY_BASIS)
  })

  test('a model of another basis is refused, not mixed in', () => {
    const shop = drawnShop(1)
    const known = { basis: basisIn(shop), model: nothing.model }
    expect(() => advanceNeighbours(known, new Map([[99, [0, 10]]]), OPTIONS)).toThrow(/not counted from this basis/)
  })
})

describe('whole parts of people', () => {
  test('say the same whatever the order of people,', () => {
    const pairs = tastefulUsers({ users: 50, items: 30, groups: 3, each: 6, seed: 4 })
    const size = { userCount: 50, itemCount: 30 }
    const ids = Int32Array.from({ length: 30 }, (_, place) => place)
    const turned = pairs.map(({ user, item }) => ({ user: 49 - user, item }))
    expect(trainGraphFilter(interactionsOf(turned, size), ids)).toEqual(
      trainGraphFilter(interactionsOf(pairs, size), ids),
    )
  })
})

describe('the file of a basis', () => {
  const header = { name: 'basis', version: '1', window: { from: null, to: null }, metrics: {}, facts: {} }
  const basis = basisIn(drawnShop(2))
  const read = (wrong: Partial<NeighbourBasis>) => () =>
    parseBasis(parseArtefact(serialiseArtefact(basisArtefact(header, { ...basis, ...wrong }))))

  test('reads back as it was written', () => {
    expect(read({})()).toEqual(basis)
  })

  test('arrays that contradict each other are refused by name', () => {
    expect(read({ people: basis.people.slice().reverse() })).toThrow(/people do not ascend/)
    expect(read({ offsets: Int32Array.of(0) })).toThrow(/offsets do not fit/)
    expect(read({ items: basis.items.slice(1) })).toThrow(/differ in length/)
    expect(read({ items: basis.items.slice().reverse() })).toThrow(/items of a person/)
    expect(read({ offsets: basis.offsets.map((at, nth) => (nth === 1 ? 0 : at)) })).toThrow(/has no item/)
  })
})
