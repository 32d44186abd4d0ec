import { expect, type Locator, type Response } from '@playwright/test'
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

/** Does what makes the shop learn a signal, and waits until the shop has taken it in. */
export const told = async (visitor: Visitor, signal: string, act: () => Promise<unknown>): Promise<void> => {
  const isTaken = (answer: Response): boolean =>
    answer.url().endsWith('/api/behaviour') &&
    answer.status() === 202 &&
    (answer.request().postData() ?? '').includes(`"kind":"${signal}"`)
  await Promise.all([visitor.page.waitForResponse(isTaken), act()])
}

/** By which name the shop knows this browser; only with consent. */
export const nameOf = async ({ context }: Visitor): Promise<string> => {
  const cookie = (await context.cookies()).find(({ name }) => name === 'selvedge_visitor')
  const [id] = cookie?.value.split('.') ?? []
  expect(id, 'the shop knows the browser').toBeDefined()
  return `v:${id}`
}
