import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Context } from '@selvedge/api'
import { type PersonKey, userKey, visitorKey } from '@selvedge/core'
import {
  behaviourKeys,
  createBehaviourSink,
  createCache,
  createRedis,
  readCacheEnv,
  redisKeys,
  untilConnected,
} from '@selvedge/infra'
import { requiredUrls } from '@selvedge/stack'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { servicesWith } from '../testing/services-with'
import { type BehaviourOutcome, behaviourRoute } from './behaviour-route'

const prefix = `test-${randomUUID()}`
const keys = behaviourKeys(prefix)
const counts = new Map<BehaviourOutcome, number>()
let redis: ReturnType<typeof createRedis>
let server: Server
let address: string
let person: PersonKey
let changes: Partial<Context>
const refused = new Set<PersonKey>()
/** Of whom it was asked whether they said no. */
const asked: PersonKey[] = []

beforeAll(async () => {
  const urls = requiredUrls()
  redis = createRedis({ url: urls.REDIS_URL, name: 'test', onFault: () => undefined })
  await untilConnected(redis, 5_000)
  const { rateLimit } = createCache(readCacheEnv({ ...urls, CACHE_DRIVER: 'ioredis' }), {
    redis,
    keys: redisKeys(prefix),
  })
  const route = behaviourRoute({
    sink: createBehaviourSink({ redis, keys }),
    rateLimit,
    hasRefused: async (who) => {
      asked.push(who)
      return refused.has(who)
    },
    rememberBag: async () => undefined,
    count: (outcome, events) => counts.set(outcome, (counts.get(outcome) ?? 0) + events),
    onFault: () => undefined,
    nowMs: Date.now,
    contextOf: async () => ({
      viewer: undefined,
      cartId: undefined,
      ensureCartId: () => 'bag',
      forgetCart: () => undefined,
      person,
      ensurePerson: () => person,
      consent: 'personal',
      setConsent: () => undefined,
      addressKey: undefined,
      origin: { actor: 'test', correlationId: 'test' },
      sameSite: true,
      services: servicesWith({}),
      ...changes,
    }),
  })
  server = createServer((req, res) => void route.handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  redis.disconnect()
})
beforeEach(async () => {
  counts.clear()
  person = visitorKey(randomUUID())
  changes = {}
  await redis.del(keys.stream)
})

const YEAR_MS = 365 * 86_400_000
const look = (more: object = {}) => ({
  id: randomUUID(),
  sequence: 1,
  atMs: Date.now(),
  signal: { kind: 'view', productId: 1 },
  ...more,
})
const batchOf = (events: unknown[], more: object = {}) => ({
  sessionId: randomUUID(),
  sentAtMs: Date.now(),
  events,
  ...more,
})
const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const inStream = async (): Promise<{ person: string; occurredAtMs: number; eventId: string }[]> =>
  (await redis.xrange(keys.stream, '-', '+')).map(([, fields]) => JSON.parse(fields[1] ?? ''))

test('a batch is taken in under the name of the cookie, in the order it happened', async () => {
  const [first, second] = [look({ atMs: Date.now() - 5_000 }), look({ sequence: 2 })]
  const answer = await post(batchOf([second, first]))
  expect(answer.status).toBe(202)
  const kept = await inStream()
  expect(kept.map(({ eventId }) => eventId)).toEqual([first.id, second.id])
  expect(new Set(kept.map((signal) => signal.person))).toEqual(new Set([person]))
})

test('a forged user id or a foreign profile is not taken from a body', async () => {
  const someone = userKey('admin')
  expect((await post(batchOf([look()], { person: someone }))).status).toBe(400)
  expect((await post(batchOf([look()], { userId: 'admin' }))).status).toBe(400)
  const answer = await post(batchOf([look({ person: someone }), look()]))
  expect(await answer.json()).toMatchObject({ accepted: 1, dropped: { invalid: 1 } })
  expect((await inStream()).map((signal) => signal.person)).toEqual([person])
})

test('ten megabytes are refused, whether or not the client says how many they are', async () => {
  const huge = JSON.stringify(batchOf([look()])) + ' '.repeat(10_000_000)
  const answer = await post(huge).catch(() => undefined) // the connection may be closed before all is sent
  expect([413, undefined]).toContain(answer?.status)
  expect(await inStream()).toEqual([])
})

test('a clock that is a year off tells the same moment', async () => {
  for (const skew of [YEAR_MS, -YEAR_MS]) {
    const event = look({ atMs: Date.now() + skew - 2_000 })
    await post(batchOf([event], { sentAtMs: Date.now() + skew }))
  }
  for (const { occurredAtMs } of await inStream()) {
    expect(Math.abs(Date.now() - 2_000 - occurredAtMs)).toBeLessThan(5_000)
  }
})

test('unknown events, NaN, purchases from a browser and last month are dropped and counted, the rest is kept', async () => {
  const answer = await post(
    batchOf([
      look({ signal: { kind: 'teleport' } }),
      look({ signal: { kind: 'view', productId: Number.NaN } }),
      look({ signal: { kind: 'dwell', productId: 1, dwellMs: -1 } }),
      look({
        signal: { kind: 'purchase', productId: 1, sku: 'a', size: 'M', colour: 'ink', quantity: 1, unitPriceMinor: 1 },
      }),
      'text',
      null,
      look({ atMs: Date.now() - YEAR_MS / 12 }),
      look(),
    ]),
  )
  expect(answer.status).toBe(202)
  expect(await inStream()).toHaveLength(1)
  expect(Object.fromEntries(counts)).toMatchObject({ invalid: 6, 'too-old': 1, accepted: 1 })
})

test.each([
  ['no JSON', '{'],
  ['no events', batchOf([])],
  ['too many events', batchOf(Array.from({ length: 101 }, () => look()))],
  ['no session', { sentAtMs: 1, events: [look()] }],
])('%s is refused and says why', async (_, body) => {
  const answer = await post(body)
  expect(answer.status).toBe(400)
  expect(((await answer.json()) as { issues: { field: string }[] }).issues.length).toBeGreaterThan(0)
})

test('without consent, from a program or from another site nothing is kept', async () => {
  changes = { consent: 'necessary' }
  expect(await (await post(batchOf([look()]))).json()).toEqual({ accepted: 0, dropped: { 'no-consent': 1 } })
  changes = {}
  expect(await (await post(batchOf([look()]), { 'user-agent': 'Googlebot/2.1' })).json()).toMatchObject({ accepted: 0 })
  changes = { sameSite: false }
  expect((await post(batchOf([look()]))).status).toBe(403)
  expect((await fetch(address)).status).toBe(405)
  expect((await post('a=1', { 'content-type': 'text/plain' })).status).toBe(415)
  expect(await inStream()).toEqual([])
})

test('of an account that said no in one browser nothing is kept from another, and that one learns it', async () => {
  const said: string[] = []
  changes = { setConsent: (consent) => said.push(consent) }
  person = userKey(randomUUID())
  refused.add(person)
  expect(await (await post(batchOf([look()]))).json()).toEqual({ accepted: 0, dropped: { 'no-consent': 1 } })
  expect([said, await inStream()]).toEqual([['necessary'], []])
})

test('the same batch again counts once, and a flood is told to wait before anything is asked about it', async () => {
  const batch = batchOf([look()])
  await post(batch)
  expect(await (await post(batch)).json()).toMatchObject({ accepted: 0, dropped: { duplicate: 1 } })
  const answers = []
  asked.length = 0
  for (let n = 0; n < 16; n += 1) answers.push(await post(batchOf(Array.from({ length: 100 }, () => look()))))
  const last = answers.at(-1)
  expect(last?.status).toBe(429)
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(asked).toHaveLength(answers.filter(({ status }) => status === 202).length)
})
