import fc from 'fast-check'
import { test } from 'vitest'
import type { StockCommand } from './commands'
import { type Conservation, conservationGap, conserve, NOTHING_MOVED } from './conservation'
import { decide } from './decide'
import { expireDueHolds } from './decide-resolve'
import { evolve } from './evolve'
import { allocatedUnits, type ReservationPart, standingOf } from './reservation'
import type { StockRecord } from './state'
import { EMPTY_STOCK } from './state'
import { arbitraryCommand, recordOf, SHOP } from './testing/arbitrary-commands'
import { dedupeKeyOf, StockView } from './view'

const TTL_MS = 50_000

/** `expect` costs more than the rule it checks; these run a million times. */
const must = (holds: boolean, what: () => string): void => {
  if (!holds) throw new Error(what())
}

const startRecords = (): StockRecord[] =>
  SHOP.variants.flatMap((variantId) =>
    SHOP.locations.map((locationId) => ({
      ...EMPTY_STOCK,
      recordId: recordOf(variantId, locationId),
      variantId,
      locationId,
      version: 1,
      onHand: 3 * locationId,
    })),
  )

const FIELDS = [
  'version',
  'onHand',
  'reserved',
  'allocated',
  'unavailable',
  'short',
  'oversellCap',
  'safetyStock',
] as const

/** The shop between batches: what the database would hold. */
type World = {
  records: StockRecord[]
  parts: Map<string, ReservationPart>
  seen: Map<string, number>
  moved: Map<number, Conservation>
}
const keyOf = (part: ReservationPart): string => `${part.cartId}|${part.reservationId}|${part.recordId}`

const startWorld = (): World => {
  const records = startRecords()
  const moved = new Map(records.map(({ recordId, onHand }) => [recordId, { ...NOTHING_MOVED, received: onHand }]))
  return { records, parts: new Map(), seen: new Map(), moved }
}

/** Also what follows from a command, as a hold that gives way, says what it follows from. */
const mustBeCaused = (view: StockView, from: number): void => {
  for (const { event } of view.applied.slice(from)) must(event.cause !== undefined, () => `${event.type} has no cause`)
}

const runBatch = (world: World, commands: readonly StockCommand[], now: Date): void => {
  const before = new Map(world.records.map((record) => [record.recordId, record]))
  const view = new StockView({
    now,
    records: world.records,
    sellingLocations: SHOP.locations,
    parts: [...world.parts.values()],
    heldUnits: new Map(),
    seen: world.seen,
  })
  expireDueHolds(view)
  mustBeCaused(view, 0)
  for (const command of commands) {
    const entries = view.applied.length
    const touched = view.touchedParts()
    if (decide(view, command).ok) {
      if (command.cause || command.kind === 'hold' || 'cartId' in command) mustBeCaused(view, entries)
      continue
    }
    const left = view.touchedParts()
    must(view.applied.length === entries, () => 'a refused command left an entry')
    must(
      left.length === touched.length && left.every(({ part }, index) => part === touched[index]?.part),
      () => 'a refused command changed a reservation',
    )
  }
  // The fold of what was appended is the level that is written, entry by entry, without a gap in the versions.
  for (const { recordId, event, after } of view.applied) {
    const folded = evolve(before.get(recordId) ?? EMPTY_STOCK, event)
    for (const field of FIELDS)
      must(after[field] === folded[field], () => `${field} is not the fold after ${event.type}`)
    before.set(recordId, after)
    world.moved.set(recordId, conserve(world.moved.get(recordId) ?? NOTHING_MOVED, event))
    if (event.dedupeKey === undefined) continue
    const key = dedupeKeyOf(recordId, event.dedupeKey)
    must(!world.seen.has(key), () => `${key} was recorded twice`)
    world.seen.set(key, after.version)
  }
  world.records = world.records.map((record) => view.record(record.recordId) ?? record)
  for (const { part } of view.touchedParts()) world.parts.set(keyOf(part), part)
}

const checkRecord = (record: StockRecord, world: World): void => {
  const { onHand, reserved, allocated, unavailable, oversellCap, short } = record
  const told = (what: string) => () => `${what}: ${JSON.stringify(record)}`
  must(Math.min(onHand, reserved, allocated, short, unavailable) >= 0, told('a figure is negative'))
  must(unavailable <= onHand, told('more set aside than there is'))
  must(reserved + allocated <= onHand - unavailable + oversellCap + short, told('promised twice'))
  const lacking = reserved + allocated - (onHand - unavailable + oversellCap)
  must(short === 0 || short === lacking, told('a shortage that is none'))
  const parts = [...world.parts.values()].filter((part) => part.recordId === record.recordId)
  const held = parts.reduce((sum, part) => sum + (part.state === 'held' ? part.quantity : 0), 0)
  must(reserved === held, told(`reserved, while holds add up to ${held}`))
  const promised = parts.reduce((sum, part) => sum + allocatedUnits(part), 0)
  must(allocated === promised, told(`allocated, while orders add up to ${promised}`))
  must(conservationGap(world.moved.get(record.recordId) ?? NOTHING_MOVED, onHand) === 0, told('units unaccounted for'))
}

const reservations = (world: World): Map<string, ReservationPart[]> => {
  const groups = new Map<string, ReservationPart[]>()
  for (const part of world.parts.values()) {
    const key = `${part.cartId}|${part.reservationId}`
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  return groups
}

test('whatever shoppers, payments, counts and clocks do, no unit is promised twice and every reservation resolves once', () => {
  const batch = fc.record({
    commands: fc.array(arbitraryCommand(TTL_MS), { minLength: 1, maxLength: 6 }),
    passMs: fc.integer({ min: 0, max: 40_000 }),
  })
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 25 }), (batches) => {
      const world = startWorld()
      const resolved = new Map<string, string>()
      let nowMs = 1_700_000_000_000
      for (const { commands, passMs } of batches) {
        nowMs += passMs
        runBatch(world, commands, new Date(nowMs))
        for (const record of world.records) checkRecord(record, world)
        for (const [key, parts] of reservations(world)) {
          const state = standingOf(parts)?.state ?? 'held'
          must((resolved.get(key) ?? state) === state, () => `${key} was resolved again, as ${state}`)
          if (state !== 'held') resolved.set(key, state)
          // Parts share one fate; only a partial commit leaves some of them released beside the committed ones.
          const odd = parts.find((p) => p.state !== state && !(state === 'committed' && p.state === 'released'))
          must(!odd, () => `${key} is ${state} and ${odd?.state}`)
        }
      }
    }),
    { numRuns: 1_000 },
  )
})
