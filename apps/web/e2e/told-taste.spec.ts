import type { FeedAnswer } from '@selvedge/core'
import { answerOf, mutate, query } from './fixtures/call'
import { expect, test, type Visitor } from './fixtures/test'
import { feedOf } from './steps/known-shopper'
import { openAs } from './steps/sign-in'

const LENGTH = 24
const feedNow = async ({ context: { request } }: Visitor): Promise<FeedAnswer> =>
  answerOf<FeedAnswer>(await query(request, 'shop.feed', { length: LENGTH }))

test('eight pieces judged in the quiz, and the very next front page is chosen by them', async ({ visitors }) => {
  const visitor = await visitors({ consent: 'personal' })
  const { page, visit } = visitor
  const before = await feedNow(visitor)
  expect(before.isPersonal).toBe(false)
  await visit('/quiz')
  await page.getByRole('button', { name: 'Start' }).click()
  for (let place = 1; place <= 8; place += 1) {
    await expect(page.getByRole('list', { name: `Piece ${place} of 8` })).toBeVisible()
    await page.getByRole('button', { name: 'Mine' }).click()
  }
  await expect(page.getByRole('heading', { name: 'That is a taste' })).toBeVisible()

  await expect(async () => {
    await page.goto('/')
    await expect(feedOf(visitor).getByRole('heading', { level: 2 })).toHaveText('For you', { timeout: 2_000 })
    await expect(
      feedOf(visitor)
        .getByText(/^Because you /)
        .first(),
    ).toBeVisible({ timeout: 2_000 })
  }).toPass()
  const ids = ({ items }: FeedAnswer) => items.map(({ card }) => card.productId)
  expect(ids(await feedNow(visitor))).not.toEqual(ids(before))
})

test('an answered question changes the next front page: there is more of what the answer stands for', async ({
  visitors,
}) => {
  const [visitor, staff] = [await visitors({ consent: 'personal' }), await visitors()]
  await openAs(staff, 'merchandiser', '/admin/polls')
  const id = `where-to-${Date.now()}`
  const answer = (name: string, value: string) => ({
    id: name,
    label: name,
    leans: [{ dimension: 'category', value, weight: 6 }],
  })
  const draft = {
    id,
    question: `Up or down ${id}?`,
    position: 900,
    options: [answer('up', 'outerwear'), answer('down', 'dresses')],
  }
  await answerOf(await mutate(staff.context.request, 'admin.polls.create', draft))
  const outerwear = ({ items }: FeedAnswer) => items.filter(({ card }) => card.category === 'outerwear').length
  const before = outerwear(await feedNow(visitor))
  const { request } = visitor.context
  const taken = await answerOf<{ counted: boolean }>(
    await mutate(request, 'shop.taste.answerPoll', { pollId: id, optionId: 'up' }),
  )
  expect(taken.counted).toBe(true)
  await expect
    .poll(async () => {
      const now = await feedNow(visitor)
      // An answer whose profile came too late is nobody's own.
      return now.isPersonal ? outerwear(now) : 0
    })
    .toBeGreaterThan(before)
})
