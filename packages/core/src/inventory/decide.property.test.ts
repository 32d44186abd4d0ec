import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StockCommand } from './commands'
import { decide } from './decide'
import { expireDueHolds } from './decide-resolve'
import { evolve } from './evolve'
import { DEFAULT_HOLD_POLICY } from './hold-policy'
import type { ReservationPart } from './reservation'
import type { StockRecord } from './state'
import { EMPTY_STOCK } from './state'
import { StockView } from './view'

const VARIANTS = [1, 2]
const CARTS = ['c1', 'c2']
// Few names, so that commands meet the same reservation again and again.
const IDS = ['r1', 'r2']
const origin = { actor: 'test', correlationId: 'test' }
const policy = { ...DEFAULT_HOLD_POLICY, ttlMs: 50_000, extensionMs: 20_000 }

const startRecords = (): StockRecord[] =>
  VARIANTS.flatMap((variantId) =>
    [1, 2].map((locationId) => ({
      ...EMPTY_STOCK,
      recordId: variantId * 10 + locationId,
      variantId,
      locationId,
      version: 1,
      onHand: 3 * locationId,
    })),
  )

const holds = fc.array(fc.record({ reservationId: fc.constantFrom(...IDS), variantId: fc.constantFrom(...VARIANTS) }), {
  minLength: 1,
  maxLength: 2,
})
const cartId = fc.constantFrom(...CARTS)
const commandArbitrary: fc.Arbitrary<StockCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('hold' as const),
    purpose: fc.constantFrom('bag' as const, 'checkout' as const),
    origin: fc.constant(origin),
    policy: fc.constant(policy),
    holder: cartId.map((id) => ({ cartId: id, shopperId: `of-${id}` })),
    lines: fc.array(
      fc.record({
        reservationId: fc.constantFrom(...IDS),
        variantId: fc.constantFrom(...VARIANTS),
        units: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({ kind: fc.constant('commit' as const), origin: fc.constant(origin), cartId, holds }),
  fc.record({
    kind: fc.constant('release' as const),
    origin: fc.constant(origin),
    cartId,
    holds,
    reason: fc.constant('test'),
  }),
  fc.record({
    kind: fc.constant('release-allocation' as const),
    origin: fc.constant(origin),
    cartId,
    holds,
    reason: fc.constant('test'),
  }),
  fc.record({
    kind: fc.constant('extend' as const),
    origin: fc.constant(origin),
    cartId,
    holds,
    by: fc.constantFrom('shopper' as const, 'payment' as const),
    policy: fc.constant(policy),
  }),
  fc
    .record({
      variantId: fc.constantFrom(...VARIANTS),
      location: fc.constantFrom(1, 2),
      delta: fc.integer({ min: -6, max: 6 }).filter((n) => n !== 0),
    })
    .map(({ variantId, location, delta }) => ({
      kind: 'adjust' as const,
      origin,
      variantId,
      recordId: variantId * 10 + location,
      delta,
      reason: 'count' as const,
    })),
)

/** The shop between batches: what the database would hold. */
type World = { records: StockRecord[]; parts: Map<string, ReservationPart> }
const keyOf = (part: ReservationPart): string => `${part.cartId}|${part.reservationId}|${part.recordId}`

const runBatch = (world: World, commands: readonly StockCommand[], now: Date): void => {
  const before = new Map(world.records.map((record) => [record.recordId, record]))
  const view = new StockView({
    now,
    records: world.records,
    sellingLocations: [1, 2],
    parts: [...world.parts.values()],
    heldUnits: new Map(),
  })
  expireDueHolds(view)
  for (const command of commands) {
    const entries = view.applied.length
    const touched = JSON.stringify(view.touchedParts())
    if (!decide(view, command).ok) {
      expect(view.applied.length).toBe(entries)
      expect(JSON.stringify(view.touchedParts())).toBe(touched)
    }
  }
  // The fold of what was appended is the level that is written, entry by entry, without a gap in the versions.
  for (const { recordId, event, after } of view.applied) {
    const folded = { ...before.get(recordId), ...evolve(before.get(recordId) ?? EMPTY_STOCK, event) } as StockRecord
    expect(after).toEqual(folded)
    before.set(recordId, after)
  }
  world.records = world.records.map((record) => view.record(record.recordId) ?? record)
  for (const { part } of view.touchedParts()) world.parts.set(keyOf(part), part)
}

const checkRules = (world: World): void => {
  for (const record of world.records) {
    expect(Math.min(record.onHand, record.reserved, record.allocated, record.short)).toBeGreaterThanOrEqual(0)
    expect(record.reserved + record.allocated).toBeLessThanOrEqual(
      record.onHand - record.unavailable + record.oversellCap + record.short,
    )
    const parts = [...world.parts.values()].filter((part) => part.recordId === record.recordId)
    const units = (state: ReservationPart['state']) =>
      parts
        .filter((part) => part.state === state && part.resolution !== 'allocation-released')
        .reduce((sum, part) => sum + part.quantity, 0)
    expect(record.reserved).toBe(units('held'))
    expect(record.allocated).toBe(units('committed'))
  }
  const byReservation = new Map<string, Set<string>>()
  for (const part of world.parts.values()) {
    const key = `${part.cartId}|${part.reservationId}`
    byReservation.set(key, (byReservation.get(key) ?? new Set()).add(part.state))
  }
  for (const states of byReservation.values()) expect(states.size).toBe(1)
}

test('whatever shoppers, payments, counts and clocks do, no unit is promised twice and every reservation resolves once', () => {
  const batch = fc.record({
    commands: fc.array(commandArbitrary, { minLength: 1, maxLength: 6 }),
    passMs: fc.integer({ min: 0, max: 40_000 }),
  })
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 25 }), (batches) => {
      const world: World = { records: startRecords(), parts: new Map() }
      const resolved = new Map<string, string>()
      let nowMs = 1_700_000_000_000
      for (const { commands, passMs } of batches) {
        nowMs += passMs
        runBatch(world, commands, new Date(nowMs))
        checkRules(world)
        for (const [key, part] of world.parts) {
          if (resolved.has(key)) expect(part.state).toBe(resolved.get(key))
          if (part.state !== 'held') resolved.set(key, part.state)
        }
      }
    }),
    { numRuns: 1_500 },
  )
})
