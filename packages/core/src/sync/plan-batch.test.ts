import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SyncKind, SyncMessage } from './batch'
import { type BookOfRecord, type CountMark, planBatch } from './plan-batch'

const NOW = new Date('2026-11-25T12:00:00Z')
const at = (minute: number): string => new Date(NOW.getTime() - 3_600_000 + minute * 60_000).toISOString()
const message = (seq: number, kind: SyncKind, quantity: number, minute: number): SyncMessage => ({
  seq,
  sku: 'SKU-1',
  kind,
  quantity,
  observedAt: at(minute),
})

/** A shelf that takes batches one after the other, as the store does with what a plan says. */
const openShelf = (start: number) => {
  const seen = new Map<number, string>()
  const changes: { at: Date; units: number }[] = []
  let onHand = start
  let lastCount: CountMark | undefined
  const receive = (...messages: SyncMessage[]) => {
    const book: BookOfRecord = {
      recordId: 1,
      variantId: 1,
      sku: 'SKU-1',
      location: 'SHOP',
      onHand,
      changes,
      seen,
      ...(lastCount ? { lastCount } : {}),
    }
    const plan = planBatch({
      sourceId: 's',
      keyOf: ({ seq }) => `s:${seq}`,
      receivedAt: NOW,
      skewMs: 0,
      messages,
      recordOf: () => ({ book }),
    })
    for (const { type, quantity, effectiveAt } of plan.observations) {
      const units = type === 'SoldAtTill' ? -quantity : type === 'Damaged' ? 0 : quantity
      changes.push({ at: effectiveAt, units })
      onHand += units
    }
    for (const { seq, content } of plan.noted) seen.set(seq, content)
    lastCount = plan.countMarks.get(1) ?? lastCount
    return plan
  }
  return { receive, onHand: () => onHand }
}
const outcomes = (plan: ReturnType<ReturnType<typeof openShelf>['receive']>) =>
  plan.results.map(({ outcome }) => outcome)

test('a count does not undo the sales that came after it', () => {
  const shelf = openShelf(10)
  shelf.receive(message(2, 'sale', 3, 20))
  const plan = shelf.receive(message(1, 'count', 9, 10))
  expect(plan.results[0]).toMatchObject({ outcome: 'applied', difference: -1 })
  expect(shelf.onHand()).toBe(6)
})

test('a sale that is told late, from before a count, is already in what was counted', () => {
  const shelf = openShelf(10)
  shelf.receive(message(2, 'count', 8, 30))
  expect(outcomes(shelf.receive(message(1, 'sale', 2, 10)))).toEqual(['absorbed'])
  expect(shelf.onHand()).toBe(8)
})

test('an older count than one already applied is reported and changes nothing', () => {
  const shelf = openShelf(10)
  shelf.receive(message(2, 'count', 8, 30))
  const plan = shelf.receive(message(1, 'count', 20, 10))
  expect(outcomes(plan)).toEqual(['superseded'])
  expect(plan.conflicts).toMatchObject([{ kind: 'superseded', facts: { counted: 20 } }])
  expect(shelf.onHand()).toBe(8)
})

test('the same number with the same content is a duplicate, with another content a mistake', () => {
  const shelf = openShelf(10)
  shelf.receive(message(1, 'sale', 1, 10))
  expect(outcomes(shelf.receive(message(1, 'sale', 1, 10)))).toEqual(['duplicate'])
  expect(shelf.receive(message(1, 'sale', 5, 10)).results).toMatchObject([{ outcome: 'refused', code: 'SEQ_REUSED' }])
  expect(shelf.onHand()).toBe(9)
})

test('a message that names nothing we know is refused by its line, the others are not', () => {
  const book = { recordId: 1, variantId: 1, sku: 'SKU-1', location: 'SHOP', onHand: 5, changes: [], seen: new Map() }
  const plan = planBatch({
    sourceId: 's',
    keyOf: ({ seq }) => `s:${seq}`,
    receivedAt: NOW,
    skewMs: 0,
    messages: [{ ...message(1, 'sale', 1, 1), sku: 'NO-SUCH' }, message(1, 'sale', 1, 1)],
    recordOf: ({ sku }) => (sku === 'SKU-1' ? { book } : { refusal: 'UNKNOWN_SKU' }),
  })
  expect(plan.results).toMatchObject([
    { line: 1, sku: 'NO-SUCH', outcome: 'refused', code: 'UNKNOWN_SKU' },
    { line: 2, outcome: 'applied' },
  ])
})

test('however late, doubled and out of order they come, the shelf ends as its newest count plus what came after', () => {
  const told = fc
    .array(
      fc.record({
        kind: fc.constantFrom<SyncKind>('sale', 'return', 'receipt', 'damage', 'found', 'lost', 'count'),
        quantity: fc.integer({ min: 1, max: 9 }),
        minute: fc.integer({ min: 0, max: 12 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((rows) => rows.map(({ kind, quantity, minute }, n) => message(n + 1, kind, quantity, minute)))
  const arrival = told.chain((messages) =>
    fc.record({
      messages: fc.constant(messages),
      order: fc.shuffledSubarray([...messages, ...messages], { minLength: 2 * messages.length }),
      cuts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
    }),
  )
  fc.assert(
    fc.property(arrival, ({ messages, order, cuts }) => {
      const shelf = openShelf(1_000)
      for (let start = 0, n = 0; start < order.length; n++) {
        const size = cuts[n % cuts.length] ?? 1
        shelf.receive(...order.slice(start, start + size))
        start += size
      }
      const isCount = ({ kind }: SyncMessage): number => Number(kind === 'count')
      const inTime = [...messages].sort(
        (a, b) => a.observedAt.localeCompare(b.observedAt) || isCount(a) - isCount(b) || a.seq - b.seq,
      )
      let truth = 1_000
      for (const { kind, quantity } of inTime) {
        if (kind === 'count') truth = quantity
        else if (kind === 'sale' || kind === 'lost') truth -= quantity
        else if (kind !== 'damage') truth += quantity
      }
      expect(shelf.onHand()).toBe(truth)
    }),
    { numRuns: 500 },
  )
})
