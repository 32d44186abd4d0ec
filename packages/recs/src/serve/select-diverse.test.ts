import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildContentVectors, likeness } from './content-vectors'
import { createLikenessRoom } from './likeness-room'
import { createRandom } from './random'
import { createDiverseSelection, type DiverseRequest } from './select-diverse'

const words = (seed: number): string[] => {
  const random = createRandom(seed)
  return Array.from({ length: 4 }, () => `w${Math.floor(random() * 12)}`)
}
const content = buildContentVectors(Array.from({ length: 60 }, (_, n) => words(n + 1)))
const selectDiverse = createDiverseSelection(content, 40)

// Of two that are equally alike the rounding would decide: the same arithmetic, one at a time.
const room = createLikenessRoom(1, content.dimensions)
const alike = (a: number, b: number): number => {
  room.gather(content.values, Int32Array.of(a))
  return room.to(content.values, b)[0] ?? Number.NaN
}

test('one compared with many is as alike to each as to it alone', () => {
  const many = createLikenessRoom(60, content.dimensions)
  many.gather(
    content.values,
    Int32Array.from({ length: 60 }, (_, place) => 59 - place),
  )
  for (const [at, like] of many.to(content.values, 7).entries()) {
    expect(like).toBeCloseTo(likeness(content, 7, 59 - at), 5)
    expect(like).toBe(alike(59 - at, 7))
  }
  expect(() => room.gather(content.values, Int32Array.of(1, 2))).toThrow(RangeError)
})

/** As it is defined: every candidate compared with all that was taken, in every round. */
function plainly({ order, relevance, length, lambda, beside, allows, taken }: DiverseRequest): readonly number[] {
  const left = new Set(order.keys())
  const shown = [...beside]
  const chosen: number[] = []
  while (chosen.length < length && left.size > 0) {
    let [best, most] = [-1, Number.NEGATIVE_INFINITY]
    for (const at of left) {
      const close = Math.max(0, ...shown.map((place) => alike(order[at] ?? 0, place)))
      const value = lambda * (relevance[at] ?? 0) - (1 - lambda) * close
      if (value > most) [best, most] = [at, value]
    }
    left.delete(best)
    const place = order[best] ?? 0
    if (!allows(place)) continue
    chosen.push(best)
    taken(place)
    shown.push(place)
  }
  return chosen
}

test('what is chosen for difference is what the definition chooses, caps and pieces beside it included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0.3, 0.75, 1), (seed, lambda) => {
      const random = createRandom(seed)
      const order = Int32Array.from({ length: 40 }, (_, at) => (at * 7) % 60)
      const request = (): DiverseRequest => {
        const byKind = new Map<number, number>()
        return {
          order,
          relevance: Float32Array.from({ length: 40 }, (_, at) => Math.round(8 - at / 5) / 8),
          length: 12,
          lambda,
          beside: [3],
          allows: (place) => (byKind.get(place % 3) ?? 0) < 5,
          taken: (place) => void byKind.set(place % 3, (byKind.get(place % 3) ?? 0) + 1),
        }
      }
      for (let at = order.length - 1; at > 0; at--) {
        const other = Math.floor(random() * (at + 1))
        ;[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0]
      }
      expect(selectDiverse(request())).toEqual(plainly(request()))
    }),
    { numRuns: 50 },
  )
})
