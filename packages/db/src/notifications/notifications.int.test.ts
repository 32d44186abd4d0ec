import { deliverNotices, type Notice } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { createAlertLinks } from './alert-links'
import { createCatchingMailer } from './catching-mailer'
import { createNotificationStore } from './notification-store'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const post = { shopUrl: 'http://shop.example', links: createAlertLinks({ secret: 'a secret for tests only' }) }
const notice = (dedupeKey: string): Notice => ({
  dedupeKey,
  kind: 'promise-later',
  to: 'mara@example.org',
  userId: 'u1',
  subject: 'A later day',
  body: 'It ships by 12 March.',
  link: '/orders/48211',
  correlationId: 'test',
})

test('what was told is not told again, and each mail reaches the post box once', async () => {
  const store = createNotificationStore(database)
  const deps = { ...post, store, mailer: createCatchingMailer(database) }
  expect(await store.add([notice('a'), notice('b')])).toBe(2)
  expect(await store.add([notice('a'), notice('c')])).toBe(1)
  // Two workers at once share the work; neither mails what the other has taken.
  const [one, two] = await Promise.all([deliverNotices(deps, 2), deliverNotices(deps, 2)])
  const third = await deliverNotices(deps, 10)
  expect(one.sent + two.sent + third.sent).toBe(3)
  const { rows } = await database.pool.query('SELECT recipient, body FROM caught_mail')
  expect(rows).toHaveLength(3)
  const news = await database.pool.query(`SELECT payload FROM outbox WHERE topic = 'room' AND key = 'mail'`)
  expect(news.rows).toHaveLength(3)
  expect(rows[0]).toEqual({
    recipient: 'mara@example.org',
    body: 'It ships by 12 March.\n\nhttp://shop.example/orders/48211',
  })
  expect(await store.ofUser('u1', 10)).toHaveLength(3)
  expect((await store.recent(10)).every(({ state }) => state === 'sent')).toBe(true)
})

test('a mail server that is away costs a delay: the notice stays, with what went wrong', async () => {
  const store = createNotificationStore(database)
  await store.add([notice('away')])
  const away = {
    send: async () => {
      throw new Error('connection refused')
    },
  }
  expect(await deliverNotices({ ...post, store, mailer: away }, 10)).toEqual({
    sent: 0,
    failed: 1,
  })
  const posted = (await store.recent(1))[0]
  expect(posted).toMatchObject({ state: 'queued', attempts: 1, lastFault: 'connection refused' })
  // Not due yet.
  expect(await store.take(10, 1_000)).toEqual([])
})
