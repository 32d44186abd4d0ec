import { expect, test } from 'vitest'
import { deliverNotices, mailOf, retryAfter } from './deliver-notices'
import type { DueNotice, NotificationStore } from './ports'

const post = { shopUrl: 'https://shop.example/', links: { token: (email: string) => `signed-${email.length}` } }
const notice = (id: string): DueNotice => ({
  id,
  kind: 'order-confirmed',
  to: 'a@b.example',
  subject: 's',
  body: 'b',
  attempts: 0,
})

const storeOf = (due: readonly DueNotice[]) => {
  const log: string[] = []
  const store: NotificationStore = {
    add: async () => 0,
    take: async () => due,
    sent: async (id) => void log.push(`sent ${id}`),
    failed: async (id, fault, retryInMs) => void log.push(`failed ${id}: ${fault}, again in ${retryInMs}`),
    ofOrder: async () => [],
    ofUser: async () => [],
    recent: async () => [],
  }
  return { store, log }
}

test('a mail that cannot be sent is tried again later and holds nobody else up', async () => {
  const { store, log } = storeOf([notice('1'), notice('2')])
  const mailer = {
    send: async ({ messageId }: { messageId: string }) => {
      if (messageId.startsWith('<1@')) throw new Error('no route')
    },
  }
  const answer = await deliverNotices({ ...post, store, mailer }, 10)
  expect(answer).toEqual({ sent: 1, failed: 1 })
  expect(log).toEqual(['failed 1: no route, again in 5000', 'sent 2'])
})

test('tries come ever more rarely, at most an hour apart, and end', () => {
  expect([1, 2, 3, 11, 19].map(retryAfter)).toEqual([5_000, 10_000, 20_000, 3_600_000, 3_600_000])
  expect(retryAfter(20)).toBeUndefined()
})

test('a link of the shop becomes an address one can open', () => {
  expect(mailOf({ ...notice('1'), link: '/orders/1' }, post).text).toBe('b\n\nhttps://shop.example/orders/1')
})

test('a message that was asked for carries the way out of the others, signed for its address', () => {
  const { text } = mailOf({ ...notice('1'), kind: 'price-drop', link: '/p/x' }, post)
  expect(text.split('\n').at(-1)).toBe('https://shop.example/alerts/stop?email=a%40b.example&token=signed-11')
  expect(text).toContain('https://shop.example/p/x')
})
