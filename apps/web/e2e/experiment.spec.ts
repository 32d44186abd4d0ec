import { randomUUID } from 'node:crypto'
import { assignArm, type FeedAnswer } from '@selvedge/core'
import { answerOf, mutate, query } from './fixtures/call'
import { expect, test, type Visitor } from './fixtures/test'
import { becomeKnown, feedOf, nameOf } from './steps/known-shopper'
import { openAs } from './steps/sign-in'

const ARMS = ['control', 'changed'].map((slug) => ({ slug, weight: 1, settings: { kind: 'house' as const } }))

/** A short name under which the two fall into different arms, as half of all names do. */
const nameThatParts = (first: string, second: string): string => {
  for (;;) {
    const slug = `nothing-personal-${randomUUID().slice(0, 8)}`
    const design = { arms: ARMS, holdoutPercent: 0 }
    if (assignArm({ slug, design }, first) === 'control' && assignArm({ slug, design }, second) === 'changed')
      return slug
  }
}

test('an experiment gives each visitor one arm for good, counts each once, and ends when it is ended', async ({
  visitors,
  shop,
}) => {
  const known: readonly [Visitor, Visitor] = [
    await visitors({ consent: 'personal' }),
    await visitors({ consent: 'personal' }),
  ]
  const [usual, changed] = known
  const piece = await shop.stock.claim(3)
  await Promise.all(known.map((visitor) => becomeKnown(visitor, piece.productId)))

  const staff = await visitors()
  const { page } = staff
  await openAs(staff, 'merchandiser', '/admin/recommendations/experiments')
  const slug = nameThatParts(await nameOf(usual), await nameOf(changed))
  const experiment = page.getByRole('region', { name: slug })

  await test.step('a merchandiser writes down what is hoped for, and begins', async () => {
    const form = page.getByRole('form', { name: 'A new experiment' })
    await form.getByLabel('Name', { exact: true }).fill(slug)
    await form.getByLabel('Short name').fill(slug)
    await form.getByLabel('What is hoped for').fill('Pieces chosen for somebody are opened more often')
    const arm = form.getByRole('group', { name: 'Arm 2' })
    await arm.getByLabel('What they get').selectOption({ label: 'Nothing personal' })
    await form.getByLabel('By more than, in percent').fill('12')
    await form.getByLabel('Kept out, in percent').fill('0')
    await form.getByRole('button', { name: 'Keep as a draft' }).click()
    await experiment.getByRole('button', { name: 'Begin' }).click()
    await expect(experiment.getByText('running', { exact: true })).toBeVisible()
    await staff.arrive('/admin/recommendations/experiments')
  })

  try {
    await test.step('one sees a change and the other none, on every page and in another tab', async () => {
      await Promise.all([
        expect.poll(() => armOf(usual, slug)).toBe('control'),
        expect.poll(() => armOf(changed, slug)).toBe('changed'),
      ])
      await Promise.all([seesWith(usual, 'For you'), seesWith(changed, 'To begin with')])
      await changed.page.reload()
      await expect(title(changed)).toHaveText('To begin with')
      const tabOf = async (visitor: Visitor) => ({ ...visitor, page: await visitor.context.newPage() })
      const [first, second] = [await tabOf(usual), await tabOf(changed)]
      await Promise.all([seesWith(first, 'For you'), seesWith(second, 'To begin with')])
    })

    await test.step('however often they came, each is counted once', async () => {
      const row = (arm: string) => experiment.getByRole('row', { name: new RegExp(`^${arm} `) })
      await expect(async () => {
        await staff.visit('/admin/recommendations/experiments')
        for (const arm of ['control', 'changed'])
          await expect(row(arm).getByRole('cell').nth(1)).toHaveText('1', { timeout: 2_000 })
      }).toPass()
    })

    await test.step('once ended, nobody is treated otherwise', async () => {
      await experiment.getByRole('button', { name: 'End' }).click()
      await expect(experiment.getByText('stopped', { exact: true })).toBeVisible()
      await seesWith(changed, 'For you')
    })
  } finally {
    // Whatever came of it: the other journeys' people take part in nothing. Ended before, it stays so.
    await mutate(staff.context.request, 'admin.experiments.stop', { slug })
  }
})

/** The arm by which the visitor's feed is answered; the shop looks for what has begun or ended every other second. */
const armOf = async ({ context }: Visitor, slug: string): Promise<string | undefined> => {
  const { experiments } = await answerOf<FeedAnswer>(await query(context.request, 'shop.feed', { length: 12 }))
  return experiments.find(({ experiment }) => experiment === slug)?.arm
}

/** The front page greets so; a profile that comes too late is done without, so it is asked for again. */
const seesWith = async (visitor: Visitor, words: 'For you' | 'To begin with'): Promise<void> =>
  expect(async () => {
    await visitor.page.goto('/')
    await expect(title(visitor)).toHaveText(words, { timeout: 2_000 })
  }).toPass()

const title = (visitor: Visitor) => feedOf(visitor).getByRole('heading', { level: 2 })
