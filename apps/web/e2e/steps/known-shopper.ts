import { randomUUID } from 'node:crypto'
import { expect, type Locator, type Response } from '@playwright/test'
import { answerOf, query } from '../fixtures/call'
import type { Visitor } from '../fixtures/test'

/** The feed on the front page. */
export const feedOf = ({ page }: Visitor): Locator => page.locator('[data-placement="for-you"]')

/** Products on a page or in a part of it, in the order they stand there. */
export const productsIn = (part: Locator): Promise<number[]> =>
  part
    .locator('[data-product]')
    .evaluateAll((cards) =>
      cards.map((card) => Number(card instanceof HTMLElement ? card.dataset.product : Number.NaN)),
    )

/** A page comes up, a look takes its while to count, and what was seen is sent in batches. */
const TOLD_WITHIN_MS = 30_000

/** Does what makes the shop learn a signal, and waits until the shop has taken it in. */
export const told = async (visitor: Visitor, signal: string, act: () => Promise<unknown>): Promise<void> => {
  const isTaken = (answer: Response): boolean =>
    answer.url().endsWith('/api/behaviour') &&
    answer.status() === 202 &&
    (answer.request().postData() ?? '').includes(`"kind":"${signal}"`)
  await Promise.all([visitor.page.waitForResponse(isTaken, { timeout: TOLD_WITHIN_MS }), act()])
}

/** As if the visitor had looked at a piece on an earlier day: told as the browser tells it, without the pages. */
export const becomeKnown = async ({ context: { request } }: Visitor, productId: number): Promise<void> => {
  const [id, sessionId, now] = [randomUUID(), randomUUID(), Date.now()]
  const events = [{ id, sequence: 0, atMs: now, signal: { kind: 'view', productId } }]
  const answer = await request.post('/api/behaviour', { data: { sessionId, sentAtMs: now, events } })
  expect(answer.status()).toBe(202)
  await expect
    .poll(async () => (await answerOf<{ productId: number }[]>(await query(request, 'shop.taste.recent', {}))).length)
    .toBeGreaterThan(0)
}

/** The kinds of the signals that leave a browser from now on, in their order. */
export const toldBy = ({ page }: Visitor): readonly string[] => {
  const kinds: string[] = []
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/behaviour')) return
    const { events } = request.postDataJSON() as { events: { signal: { kind: string } }[] }
    kinds.push(...events.map(({ signal }) => signal.kind))
  })
  return kinds
}

/** By which name the shop knows this browser; only with consent. */
export const nameOf = async ({ context }: Visitor): Promise<string> => {
  const cookie = (await context.cookies()).find(({ name }) => name === 'selvedge_visitor')
  const [id] = cookie?.value.split('.') ?? []
  expect(id, 'the shop knows the browser').toBeDefined()
  return `v:${id}`
}
