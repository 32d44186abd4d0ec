import { expect } from '@playwright/test'
import type { Visitor } from '../fixtures/test'

export type Card = 'approved' | 'declined'

export const fillIn = async ({ page }: Visitor, email: string): Promise<void> => {
  const form = page.getByRole('main')
  await form.getByLabel('E-mail').fill(email)
  await form.getByLabel('Full name').fill('Ada Weaver')
  await form.getByLabel('Street and number').fill('Loomstraat 1')
  await form.getByLabel('Postcode').fill('2311 AA')
  await form.getByLabel('Town').fill('Leiden')
}

export const chooseCard = async ({ page }: Visitor, card: Card): Promise<void> => {
  await page.getByRole('radio', { name: `Test card that is ${card}`, exact: true }).check()
}

export const pay = async ({ page }: Visitor): Promise<void> => {
  await page.getByRole('button', { name: /^Pay / }).click()
}

/** The order page with its whole way so far. */
export const arriveAtOrder = async (visitor: Visitor): Promise<string> => {
  await visitor.arrive(/\/orders\/[^?]+/)
  await expect(visitor.page.getByRole('heading', { level: 1 })).toHaveText('It is yours')
  return decodeURIComponent(new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '')
}
