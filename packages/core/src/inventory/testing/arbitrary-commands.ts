import fc from 'fast-check'
import type { AllocationGuidance } from '../../allocation/ports'
import type { StockCommand } from '../commands'
import { PHYSICAL_TYPES, PROMISE_TYPES } from '../events'
import { DEFAULT_HOLD_POLICY } from '../hold-policy'

/** The little shop that random commands meet in: few names, so that they meet the same things again and again. */
export const SHOP = {
  variants: [1, 2],
  locations: [1, 2],
  carts: ['00000000-0000-4000-8000-0000000000c1', '00000000-0000-4000-8000-0000000000c2'],
  reservations: [
    '00000000-0000-4000-8000-000000000011',
    '00000000-0000-4000-8000-000000000012',
    '00000000-0000-4000-8000-000000000013',
  ],
} as const

/** Record ids of the shop: `variant * 10 + location`. */
export const recordOf = (variantId: number, locationId: number): number => variantId * 10 + locationId

const origin = fc.constant({ actor: 'test', correlationId: 'test' })
const reason = fc.constant('test')
const cartId = fc.constantFrom(...SHOP.carts)
const reservationId = fc.constantFrom(...SHOP.reservations)
const variantId = fc.constantFrom(...SHOP.variants)
const units = fc.integer({ min: 1, max: 4 })
const dedupeKey = fc.option(fc.constantFrom('k1', 'k2', 'k3'), { nil: undefined, freq: 4 })
const place = fc
  .record({ variantId, location: fc.constantFrom(...SHOP.locations) })
  .map(({ variantId: variant, location }) => ({ variantId: variant, recordId: recordOf(variant, location) }))

/** Leaves out what is undefined: an absent field and an undefined one are not the same thing here. */
const dense = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

const policies = (ttlMs: number) => {
  const policy = { ...DEFAULT_HOLD_POLICY, ttlMs, extensionMs: Math.round(ttlMs * 0.4) }
  return fc.constantFrom(policy, { ...policy, perCustomer: { units: 5, windowMs: 86_400_000 } })
}

const places: AllocationGuidance['places'] = new Map(
  SHOP.locations.map((locationId) => [
    locationId,
    {
      locationId,
      code: `L${locationId}`,
      name: `Place ${locationId}`,
      kind: locationId === 1 ? ('warehouse' as const) : ('shop' as const),
      country: locationId === 1 ? 'NL' : 'FR',
      priority: locationId,
      leadDays: locationId,
    },
  ]),
)
/** The second place's units came in first. */
const receivedAtMs: ReadonlyMap<number, number> = new Map(
  SHOP.variants.flatMap((variant) =>
    SHOP.locations.map((location) => [recordOf(variant, location), 1_700_000_000_000 - location] as const),
  ),
)
const guidances: readonly AllocationGuidance[] = [
  { policy: { rules: ['fewest-parcels', 'priority'], split: true }, places },
  { policy: { rules: ['nearest'], split: false }, places, destination: { country: 'FR' } },
  { policy: { rules: ['drain-oldest', 'keep-shop-stock'], split: true }, places, receivedAtMs },
]
const allocation = fc.option(fc.constantFrom(...guidances), { nil: undefined })
const expectedVersion = fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined, freq: 5 })

const named = {
  origin,
  cartId,
  holds: fc.array(fc.record({ reservationId, variantId }), { minLength: 1, maxLength: 2 }),
}
const namedUnits = {
  origin,
  cartId,
  holds: fc.array(
    fc.record({ reservationId, variantId, units: fc.option(units, { nil: undefined }) }).map((hold) => dense(hold)),
    { minLength: 1, maxLength: 2 },
  ),
}

const hold = (ttlMs: number): fc.Arbitrary<StockCommand> =>
  fc
    .record({
      kind: fc.constant('hold' as const),
      purpose: fc.constantFrom('bag' as const, 'checkout' as const),
      mode: fc.constantFrom('all-or-nothing' as const, 'best-effort' as const),
      origin,
      policy: policies(ttlMs),
      // Guests and the signed in share two addresses.
      holder: fc
        .record({
          cartId,
          isGuest: fc.boolean(),
          addressKey: fc.option(fc.constantFrom('first', 'second'), { nil: undefined }),
        })
        .map(({ cartId: id, isGuest, addressKey }) =>
          dense({ cartId: id, shopperId: isGuest ? undefined : `of-${id}`, addressKey }),
        ),
      allocation,
      lines: fc.array(
        fc
          .record({
            reservationId,
            variantId,
            units,
            allowFuture: fc.boolean(),
            replaces: fc.option(reservationId, { nil: undefined, freq: 1 }),
          })
          .map((line) => dense(line)),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map((command) => dense(command))

const observation = fc
  .record({
    at: place,
    type: fc.constantFrom(...PHYSICAL_TYPES),
    quantity: units,
    minus: fc.boolean(),
    dedupeKey,
    expectedVersion,
  })
  .map(({ at, type, quantity, minus, dedupeKey: key, expectedVersion: seen }) => {
    const signed = (type === 'Adjusted' || type === 'Counted') && minus ? -quantity : quantity
    return dense({ ...at, type, quantity: signed, reason: 'test', dedupeKey: key, expectedVersion: seen })
  })

const setting = fc
  .record({
    at: place,
    safetyStock: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    oversellCap: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  })
  .map(({ at, ...set }) => dense({ ...at, ...set }))

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 2 })

/** Any command there is, over the little shop. `ttlMs`: how long a bag's hold lasts. */
export const arbitraryCommand = (ttlMs: number): fc.Arbitrary<StockCommand> =>
  fc.oneof(
    { weight: 5, arbitrary: hold(ttlMs) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('commit' as const), ...namedUnits }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('release' as const), ...named, reason }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('release-allocation' as const), ...named, reason }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('extend' as const),
        ...named,
        by: fc.constantFrom('shopper' as const, 'payment' as const),
        policy: policies(ttlMs),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('ship' as const),
        origin,
        lines: some(
          fc
            .record({ at: place, cartId, reservationId, quantity: units, dedupeKey })
            .map(({ at, ...line }) => dense({ ...at, ...line })),
        ),
      }),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({
          origin,
          cartId,
          reservationId,
          variantId,
          from: fc.boolean(),
          quantity: fc.option(units, { nil: undefined }),
        })
        .map(({ from, ...move }) =>
          dense({
            kind: 'relocate' as const,
            ...move,
            fromRecordId: recordOf(move.variantId, from ? 1 : 2),
            toRecordId: recordOf(move.variantId, from ? 2 : 1),
            reason: 'test',
          }),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ at: place, delta: fc.integer({ min: -6, max: 6 }).filter((n) => n !== 0), expectedVersion })
        .map(({ at, ...change }) =>
          dense({
            kind: 'adjust' as const,
            origin: { actor: 'test', correlationId: 'test' },
            ...at,
            ...change,
            reason: 'count' as const,
          }),
        ),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('observe' as const), origin, observations: some(observation) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('configure' as const), origin, settings: some(setting) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('annotate' as const),
        origin,
        notes: some(
          fc
            .record({ at: place, type: fc.constantFrom(...PROMISE_TYPES), quantity: units })
            .map(({ at, ...note }) => ({ ...at, ...note, cause: { type: 'order-line' as const, id: 'o/1' } })),
        ),
      }),
    },
  )
