import { randomUUID } from 'node:crypto'
import { rebuildProfile, userKey } from '@selvedge/core'
import { createSetAside } from '@selvedge/infra'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type BehaviourWorld, createBehaviourWorld, newPerson, signalOf } from '../testing/behaviour-world'
import { takeBatch } from './take-batch'

let world: BehaviourWorld
beforeAll(async () => {
  world = await createBehaviourWorld()
})
afterAll(() => world.stop())

let consumer: ReturnType<BehaviourWorld['startConsumer']>
beforeEach(() => {
  world.outcomes.length = 0
  consumer = world.startConsumer(`steady-${randomUUID()}`)
})
afterEach(() => consumer.stop())

const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 20_000, interval: 20 })
const drained = () => until(async () => expect(await world.redis.xlen(world.keys.stream)).toBe(0))

describe('a signal on its way', () => {
  test('is in the profile and in the log a moment later, once', async () => {
    const person = newPerson()
    const look = signalOf(person, { kind: 'view', productId: 1 })
    expect(await world.sink.record([look])).toEqual({ accepted: 1, duplicates: 0, isFull: false })
    await until(async () => expect((await world.profiles.read(person))?.taste.brand).toEqual({ b1: 1 }))
    await drained()
    expect((await world.log.of(person, 10)).map(({ signal }) => signal)).toEqual([{ kind: 'view', productId: 1 }])
  })

  test('sent again by the browser, or delivered again by the stream, counts once', async () => {
    const person = newPerson()
    const look = signalOf(person, { kind: 'view', productId: 1 }, { sessionId: randomUUID() })
    await world.sink.record([look])
    expect(await world.sink.record([look, look])).toEqual({ accepted: 0, duplicates: 2, isFull: false })
    await world.redis.xadd(world.keys.stream, '*', 's', JSON.stringify(look))
    await drained()
    expect((await world.profiles.read(person))?.signals).toBe(1)
    expect(await world.logged(person)).toBe(1)
    expect(world.sumOf('repeated')).toBe(1)
  })

  test('tells the same in whatever order it arrives', async () => {
    const [one, other] = [newPerson(), newPerson()]
    const at = Date.now()
    const history = (person: typeof one) => [
      signalOf(person, { kind: 'dislike', productId: 1 }, { occurredAtMs: at - 9_000 }),
      signalOf(person, { kind: 'unjudge', productId: 1 }, { occurredAtMs: at - 6_000 }),
      signalOf(person, { kind: 'view', productId: 2 }, { occurredAtMs: at - 3_000 }),
      signalOf(person, { kind: 'view', productId: 3 }, { occurredAtMs: at }),
    ]
    await world.sink.record(history(one))
    await world.sink.record(history(other).reverse())
    await drained()
    const [a, b] = [await world.profiles.read(one), await world.profiles.read(other)]
    expect({ judged: a?.judged, recent: a?.recent }).toEqual({ judged: b?.judged, recent: b?.recent })
    expect(a?.taste.brand.b2).toBeCloseTo(b?.taste.brand.b2 ?? 0, 6)
  })
})

describe('a consumer that dies', () => {
  test('with entries in its hands loses none, and what it had half done counts once', async () => {
    await consumer.stop()
    const people = Array.from({ length: 20 }, newPerson)
    for (const person of people) await world.sink.record([signalOf(person, { kind: 'view', productId: 1 })])
    const dead = world.streamOf('dead')
    await until(() => dead.begin())
    const taken = await dead.next(20, 100)
    expect(taken).toHaveLength(20)
    // It kept half of them and fell before it could say so.
    const finish = () => Promise.reject(new Error('killed'))
    const deps = { ...world, stream: { finish, setAside: dead.setAside }, isReachable: async () => true }
    await expect(takeBatch(deps, taken.slice(0, 10))).rejects.toThrow('killed')
    dead.close()

    consumer = world.startConsumer('heir')
    await drained()
    for (const person of people) {
      expect((await world.profiles.read(person))?.signals).toBe(1)
      expect(await world.logged(person)).toBe(1)
    }
    expect(world.sumOf('repeated')).toBe(10)
  })

  test('and comes back under its own name takes up its own entries at once', async () => {
    await consumer.stop()
    const person = newPerson()
    await world.sink.record([signalOf(person, { kind: 'view', productId: 2 })])
    const before = world.streamOf('comes-back')
    await until(() => before.begin())
    expect(await before.next(10, 100)).toHaveLength(1)
    before.close()
    consumer = world.startConsumer('comes-back')
    await until(async () => expect((await world.profiles.read(person))?.signals).toBe(1))
  })
})

describe('what cannot be kept', () => {
  test('is set aside and counted, and the others go on', async () => {
    const person = newPerson()
    const good = signalOf(person, { kind: 'view', productId: 1 })
    // Understood, and refused by the database: past the range of the column.
    const outOfRange = signalOf(person, { kind: 'view', productId: 2 }, { sequence: 2 ** 40 })
    const before = await world.redis.xlen(world.keys.poison)
    await world.redis.xadd(world.keys.stream, '*', 's', 'no json {')
    await world.redis.xadd(world.keys.stream, '*', 's', JSON.stringify({ ...good, person: 'root' }))
    await world.redis.xadd(world.keys.stream, '*', 'other', 'field')
    await world.sink.record([outOfRange, good])
    await until(async () => expect(await world.redis.xlen(world.keys.poison)).toBe(before + 4))
    await drained()
    expect(await world.logged(person)).toBe(1)
    expect((await world.profiles.read(person))?.recent.map(({ productId }) => productId)).toEqual([1])
    expect(world.sumOf('poisoned')).toBe(4)

    // What was set aside is the person's own: given out with the rest, and gone with it; other people's stays.
    const aside = createSetAside({ redis: world.redis, keys: world.keys })
    expect((await aside.of(person)).map((text) => JSON.parse(text))).toEqual([outOfRange])
    expect(await aside.of(newPerson())).toEqual([])
    expect(await aside.erase(person)).toBe(1)
    expect(await aside.of(person)).toEqual([])
    expect(await world.redis.xlen(world.keys.poison)).toBe(before + 3)
  })

  test('under the name of a guest is found by the account that the guest became, before and after', async () => {
    const [guest, user, stranger] = [newPerson(), userKey(randomUUID()), newPerson()]
    const outOfRange = (person: typeof guest) => signalOf(person, { kind: 'view', productId: 2 }, { sequence: 2 ** 40 })
    const before = await world.redis.xlen(world.keys.poison)
    const earlier = outOfRange(guest)
    await world.sink.record([earlier, outOfRange(stranger)])
    await until(async () => expect(await world.redis.xlen(world.keys.poison)).toBe(before + 2))
    const aside = createSetAside({ redis: world.redis, keys: world.keys })
    expect(await aside.of(user)).toEqual([])

    await world.profiles.merge(guest, user)
    // Still on its way from the guest's browser.
    const later = outOfRange(guest)
    await world.sink.record([later])
    await until(async () => expect(await world.redis.xlen(world.keys.poison)).toBe(before + 3))
    expect((await aside.of(user)).map((text) => JSON.parse(text))).toEqual([earlier, later])
    expect(await aside.erase(user)).toBe(2)
    expect(await aside.of(user)).toEqual([])
    expect(await aside.of(guest)).toEqual([])
    expect(await aside.of(stranger)).toHaveLength(1)
  })

  test('while an engine is away nothing is set aside: it waits and is kept in the end', async () => {
    await consumer.stop()
    let isAway = true
    const append: BehaviourWorld['log']['append'] = (signals) =>
      isAway ? Promise.reject(new Error('connection refused')) : world.log.append(signals)
    const poison = await world.redis.xlen(world.keys.poison)
    const person = newPerson()
    await world.sink.record([signalOf(person, { kind: 'view', productId: 1 })])
    let faults = 0
    consumer = world.startConsumer('patient', {
      log: { append },
      isReachable: async () => !isAway,
      onFault: () => {
        faults += 1
      },
    })
    await until(() => expect(faults).toBeGreaterThan(1))
    isAway = false
    await drained()
    expect(await world.logged(person)).toBe(1)
    expect(await world.redis.xlen(world.keys.poison)).toBe(poison)
  })

  test('a stream that nobody drains is full one day, and says so instead of forgetting', async () => {
    const { createBehaviourSink } = await import('@selvedge/infra')
    const sink = createBehaviourSink({ redis: world.redis, keys: world.keys, fullAt: 0 })
    const answer = await sink.record([signalOf(newPerson(), { kind: 'view', productId: 1 })])
    expect(answer).toEqual({ accepted: 0, duplicates: 0, isFull: true })
  })
})

describe('people', () => {
  test('a guest who signs in takes the history along, and what still comes under the old name follows', async () => {
    const [guest, user] = [newPerson(), userKey(randomUUID())]
    await world.sink.record([signalOf(guest, { kind: 'save', productId: 1 })])
    await world.sink.record([signalOf(user, { kind: 'view', productId: 2 })])
    await drained()
    await world.profiles.merge(guest, user)
    await world.log.merge(guest, user)
    await world.sink.record([signalOf(guest, { kind: 'view', productId: 3 })])
    await drained()
    const profile = await world.profiles.read(user)
    expect(profile?.signals).toBe(3)
    expect(profile?.saved.map(({ productId }) => productId)).toEqual([1])
    expect(await world.profiles.read(guest)).toBeUndefined()
    expect([await world.logged(guest), await world.logged(user)]).toEqual([0, 3])
    // Said twice, it is done once.
    await world.profiles.merge(guest, user)
    expect((await world.profiles.read(user))?.signals).toBe(3)
  })

  test('an erased history stays erased, even where a browser had kept a part of it', async () => {
    const person = newPerson()
    await world.sink.record([signalOf(person, { kind: 'view', productId: 1 })])
    await drained()
    const kept = signalOf(person, { kind: 'view', productId: 2 }, { occurredAtMs: Date.now() - 60_000 })
    await world.profiles.erase(person)
    expect(await world.log.erase(person)).toBe(1)
    await world.sink.record([kept])
    await drained()
    expect(await world.profiles.read(person)).toBeUndefined()
    expect(await world.logged(person)).toBe(0)
    expect(world.sumOf('erased')).toBe(1)
  })

  test('a profile that is lost is made again from the log, the same', async () => {
    const person = newPerson()
    const at = Date.now()
    const kinds = ['view', 'like', 'save'] as const
    const signals = kinds.map((kind, i) => signalOf(person, { kind, productId: 1 + i }, { occurredAtMs: at + i }))
    await world.sink.record(signals)
    await drained()
    const before = await world.profiles.read(person)
    await world.redis.del(world.keys.profile(person))
    await rebuildProfile(world, person)
    const after = await world.profiles.read(person)
    expect({ ...after, taste: 0, intent: 0, departments: 0 }).toEqual({
      ...before,
      taste: 0,
      intent: 0,
      departments: 0,
    })
    expect(after?.taste.brand.b2).toBeCloseTo(before?.taste.brand.b2 ?? 0, 6)
    const [again] = signals
    if (again) await world.redis.xadd(world.keys.stream, '*', 's', JSON.stringify(again))
    await drained()
    expect((await world.profiles.read(person))?.signals).toBe(3)
  })
})
