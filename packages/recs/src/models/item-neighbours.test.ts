import { describe, expect, test } from 'vitest'
import { parseArtefact, serialiseArtefact } from '../artefact/artefact'
import { interactionsOf } from '../interactions/interactions'
import { type ItemNeighbours, neighbourSource, neighboursArtefact, parseNeighbours, similarTo } from './item-neighbours'
import { trainRp3Beta } from './rp3beta'

// Three shoppers: the first took a, b; the second a, b, c; the third c.
const [a, b, c] = [10, 20, 30]
const data = interactionsOf(
  [
    { user: 0, item: 0 },
    { user: 0, item: 1 },
    { user: 1, item: 0 },
    { user: 1, item: 1 },
    { user: 1, item: 2 },
    { user: 2, item: 2 },
  ],
  { userCount: 3, itemCount: 3 },
)
const itemIds = Int32Array.of(a, b, c)

describe('RP3beta', () => {
  test('the plain walk has the probabilities of the worked example', () => {
    const model = trainRp3Beta(data, itemIds, { alpha: 1, beta: 0 })
    // a → its two shoppers (1/2 each) → b: 1/2 · 1/2 + 1/2 · 1/3 = 5/12; c: 1/2 · 1/3 = 1/6.
    expect([...similarTo(model, a, 5).itemIds]).toEqual([b, c])
    expect(similarTo(model, a, 5).scores[0]).toBeCloseTo(5 / 12, 6)
    expect(similarTo(model, a, 5).scores[1]).toBeCloseTo(1 / 6, 6)
  })

  test('beta divides by the popularity of the target, alpha bends every step', () => {
    const divided = trainRp3Beta(data, itemIds, { alpha: 1, beta: 0.5 })
    expect(similarTo(divided, a, 1).scores[0]).toBeCloseTo(5 / 12 / Math.SQRT2, 6)
    const bent = trainRp3Beta(data, itemIds, { alpha: 2, beta: 0 })
    expect(similarTo(bent, a, 1).scores[0]).toBeCloseTo(1 / 4 / 4 + 1 / 4 / 9, 6)
  })

  test('only the best neighbours are kept, and no item is its own', () => {
    const model = trainRp3Beta(data, itemIds, { neighbours: 1 })
    expect([...model.offsets]).toEqual([0, 1, 2, 3])
    for (const id of itemIds) expect([...similarTo(model, id, 5).itemIds]).not.toContain(id)
  })
})

describe('a source over neighbours', () => {
  const model: ItemNeighbours = {
    itemIds: Int32Array.of(1, 2, 3, 4),
    offsets: Int32Array.of(0, 2, 4, 4, 4),
    neighbours: Int32Array.of(2, 3, 2, 0),
    scores: Float32Array.of(0.5, 0.25, 1, 0.5),
  }
  const source = neighbourSource('near', model)

  test('adds up what the trail is near to, names the item that contributed most, and leaves the trail out', () => {
    const found = source.retrieve({ session: [], past: [1, 2].map((itemId) => ({ itemId, weight: 1 })) }, 10)
    expect([...found.itemIds]).toEqual([3, 4])
    expect([...found.scores]).toEqual([1.5, 0.25])
    expect([...found.because]).toEqual([2, 1])
  })

  test('the newest gesture of the session counts most', () => {
    const found = source.retrieve({ session: [2, 1], past: [] }, 10)
    expect(found.scores[0]).toBeCloseTo(0.5 + 1 / 2, 6)
  })

  test('one answer leaves nothing behind for the next, and an unknown shopper gets an empty one', () => {
    const first = source.retrieve({ session: [1], past: [] }, 10)
    expect(source.retrieve({ session: [99], past: [] }, 10).itemIds).toHaveLength(0)
    expect(source.retrieve({ session: [1], past: [] }, 10)).toEqual(first)
    expect(source.retrieve({ session: [1], past: [] }, 0).itemIds).toHaveLength(0)
  })
})

describe('the file of neighbours', () => {
  const model = trainRp3Beta(data, itemIds)
  const header = {
    name: 'rp3beta',
    version: '1',
    window: { from: null, to: '2026-11-24T00:00:00Z' },
    metrics: { recall_at_20: 0.17 },
    facts: { alpha: 1 },
  }
  const bytes = serialiseArtefact(neighboursArtefact(header, model))

  test('reads back as it was trained, header and all, also from the middle of a larger buffer', () => {
    const read = parseArtefact(bytes)
    expect(parseNeighbours(read)).toEqual(model)
    expect(read).toMatchObject(header)
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(parseNeighbours(parseArtefact(shifted.subarray(3)))).toEqual(model)
  })

  test('one flipped bit anywhere, a cut file and a foreign file are refused', () => {
    for (const at of [9, bytes.length >> 1, bytes.length - 1]) {
      const damaged = bytes.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 1
      expect(() => parseArtefact(damaged)).toThrow(/checksum/)
    }
    expect(() => parseArtefact(bytes.subarray(0, bytes.length - 8))).toThrow(/checksum/)
    expect(() => parseArtefact(new TextEncoder().encode('{"not":"a model"}'.repeat(9)))).toThrow(/format/)
  })

  test('arrays that contradict each other are refused by name', () => {
    const refused = (wrong: Partial<ItemNeighbours>) => () =>
      parseNeighbours(parseArtefact(serialiseArtefact(neighboursArtefact(header, { ...model, ...wrong }))))
    expect(refused({ itemIds: Int32Array.of(3, 2, 1) })).toThrow(/ascend/)
    expect(refused({ offsets: Int32Array.of(0, 1) })).toThrow(/offsets/)
    expect(refused({ neighbours: model.neighbours.map(() => 7) })).toThrow(/place/)
    expect(refused({ scores: model.scores.map(() => Number.NaN) })).toThrow(/finite/)
  })
})
