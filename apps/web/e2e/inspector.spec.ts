import { randomUUID } from 'node:crypto'
import type { FeedAnswer } from '@selvedge/core'
import { answerOf, mutate, query } from './fixtures/call'
import { expect, test } from './fixtures/test'
import { becomeKnown, nameOf } from './steps/known-shopper'
import { openAs } from './steps/sign-in'

const FACTOR = 1.5
/** What two printed decimals may be off. */
const ROUNDING = 0.005

test('the inspector tells of one shopper’s piece where it came from, what its score is made of and which rule moved it; and who took the other', async ({
  visitors,
}) => {
  const [shopper, staff] = [await visitors({ consent: 'personal' }), await visitors()]
  const { request } = shopper.context
  const feedNow = async () => (await answerOf<FeedAnswer>(await query(request, 'shop.feed', { length: 12 }))).items
  const [seen, other] = await feedNow()
  if (!seen || !other) throw new Error('the feed is empty')
  await becomeKnown(shopper, seen.card.productId)
  await answerOf(await mutate(request, 'shop.taste.judge', { productId: other.card.productId, says: 'dislike' }))
  // Taken in: the inspector is asked once, after that.
  await expect
    .poll(async () => (await feedNow()).map(({ card }) => card.productId), { timeout: 20_000 })
    .not.toContain(other.card.productId)

  await openAs(staff, 'merchandiser', '/admin/recommendations')
  const { page } = staff
  const [id, name] = [randomUUID(), `A little more of it ${Date.now()}`]
  const ruleFor = (productId: number) => ({
    name,
    placements: ['for-you'],
    effect: { kind: 'boost', factor: FACTOR },
    target: { by: 'products', productIds: [productId] },
    active: true,
  })
  const rowOf = (productId: number) =>
    page
      .getByRole('table', { name: /^Candidates/ })
      .getByRole('row')
      .filter({ has: page.getByText(new RegExp(`· ${productId}$`)) })
  try {
    let row = rowOf(seen.card.productId)
    await test.step('sources with their ranks, and the rule with its factor', async () => {
      const person = await nameOf(shopper)
      await page.getByLabel('Shopper').fill(person)
      // What stands first may be gone, or known better, by the time it is asked about: then it is asked of what does now.
      await expect(async () => {
        const [{ card: { productId } = { productId: 0 } } = {}] = await feedNow()
        row = rowOf(productId)
        await answerOf(await mutate(staff.context.request, 'admin.rules.save', { id, rule: ruleFor(productId) }))
        await page.getByRole('button', { name: 'Explain' }).click()
        await expect(row).toContainText(`${name} × ${FACTOR.toFixed(2)}`, { timeout: 2_000 })
      }).toPass()
      await expect(page.getByRole('heading', { name: `Known of ${person}` })).toBeVisible()
      await expect(row.getByRole('cell').nth(3)).toHaveText(/[A-Z][a-z ]+ \d+/)
      await expect(row.getByRole('cell').nth(2)).toHaveText(/^\d+\.\d %$/)
    })

    await test.step('what each source gave, and parts that add up to the log-odds', async () => {
      await row.getByRole('button', { name: /^Why/ }).click()
      await expect(page.getByText(/^Scored by .* \d\.\d\d/)).toBeVisible()
      const sum = (await page.getByText(/^Log-odds /).textContent()) ?? ''
      const [logOdds = Number.NaN, constant = Number.NaN] = (sum.match(/[+−]\d+\.\d\d/g) ?? []).map(numberOf)
      const parts = await page.getByRole('list', { name: 'Parts of the score' }).getByRole('listitem').all()
      expect(parts.length).toBeGreaterThan(0)
      let total = constant
      for (const part of parts) total += numberOf(/[+−]\d+\.\d\d$/.exec((await part.textContent()) ?? '')?.[0] ?? '')
      expect(Math.abs(total - logOdds)).toBeLessThanOrEqual(ROUNDING * (parts.length + 2))
    })

    await test.step('and of a piece that is not there, who took it', async () => {
      await page.getByText(/^Not shown: /).click()
      const dropped = page.getByRole('listitem').filter({ hasText: `${other.card.title} ${other.card.productId}` })
      await expect(dropped).toContainText('Waved away by the shopper')
    })
    await staff.arrive('/admin/recommendations')
  } finally {
    await answerOf(await mutate(staff.context.request, 'admin.rules.remove', { id }))
  }
})

const numberOf = (text: string): number => Number(text.replace('−', '-').replace('+', ''))
