import { randomUUID } from 'node:crypto'
import { markedPriceMinor } from '@selvedge/core'
import { answerOf, mutate, query } from './fixtures/call'
import { expect, test, type Visitor } from './fixtures/test'
import { addressOf, lookAt, sizeButton } from './steps/product-page'
import { openAs } from './steps/sign-in'

/** The relay, the alert and the post follow each other, each in its own time. */
const BY_ITSELF_MS = 30_000

test('who waits for a size is written to once when it is back, and withdraws the rest by the way out in the mail', async ({
  visitor,
  shop,
}) => {
  const { page, visit } = visitor
  const [piece, other] = [await shop.stock.claim(0), await shop.stock.claim(0)]
  const email = `wait-${randomUUID()}@example.org`
  for (const wanted of [piece, other]) {
    await lookAt(visitor, wanted)
    const notify = page.getByRole('button', { name: `Notify me for size ${wanted.sizeLabel}` })
    await notify.click()
    await page.getByLabel('E-mail for this one message').fill(email)
    await notify.click()
    await expect(page.getByText(`We write to you when size ${wanted.sizeLabel} is back.`).first()).toBeVisible()
  }
  await test.step('what was asked is still said after a look at another size', async () => {
    const sizes = page.getByRole('main').getByRole('button', { name: /^Size / })
    await sizes.and(page.locator('[aria-pressed="false"]')).first().click()
    const said = page.getByRole('status').filter({ hasText: `We write to you when size ${other.sizeLabel} is back.` })
    await expect(said).toHaveCount(0)
    await sizeButton(visitor, other).click()
    await expect(said).toBeVisible()
  })

  await shop.stock.setAvailable(piece, 2)
  await expect.poll(() => shop.truth.mailsTo(email), { timeout: BY_ITSELF_MS }).toHaveLength(1)
  const [mail] = await shop.truth.mailsTo(email)
  expect(mail?.subject).toBe(`It is back: ${piece.title}`)
  const [pieceLink, wayOut] = linksIn(mail?.body)
  expect(pathOf(pieceLink)).toBe(`/p/${piece.slug}?colour=${piece.colour}`)

  await visit('/account')
  const alerts = page.getByRole('list', { name: 'Alerts' }).getByRole('listitem')
  await expect(alerts.filter({ hasText: piece.title })).toContainText('It is here')

  await test.step('with an end that is not the one written, nothing is withdrawn', async () => {
    await visit(`${pathOf(wayOut)}x`)
    await page.getByRole('button', { name: 'Withdraw everything' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'This link is not whole' })).toBeVisible()
  })
  await visit(pathOf(wayOut))
  await page.getByRole('button', { name: 'Withdraw everything' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'One alert is withdrawn.' })).toBeVisible()
  await visit('/account')
  await expect(alerts).toHaveCount(1)
})

const PERCENT = 30

test('who waits for a lower price is written to once when a merchandiser marks the piece down, and the link shows that price', async ({
  visitors,
  shop,
}) => {
  const [shopper, staff] = [await visitors(), await visitors()]
  const piece = await shop.stock.claim(3)
  const email = `cheaper-${randomUUID()}@example.org`
  const cheaper = markedPriceMinor(piece.priceMinor, PERCENT)
  await test.step('a saved piece, and one message asked for', async () => {
    const { page, visit } = shopper
    await visit(addressOf(piece))
    const saved = page.waitForResponse((answer) => answer.url().includes('shop.saved.set') && answer.ok())
    await page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^Save .*${piece.title}`) })
      .first()
      .click()
    await saved
    await visit('/saved')
    const ask = page.getByRole('button', { name: 'Tell me when it costs less' })
    await ask.click()
    await page.getByLabel('E-mail for this one message').fill(email)
    await ask.click()
    await expect(page.getByText('We write to you when it costs less.').first()).toBeVisible()
  })

  const name = `For who waited ${randomUUID()}`
  await openAs(staff, 'merchandiser', '/admin/promotions')
  try {
    await test.step('a merchandiser marks it down by the form', async () => {
      const { page } = staff
      await page.getByRole('button', { name: 'Plan a markdown' }).click()
      const plan = page.getByRole('dialog', { name: 'Plan a markdown' })
      await plan.getByLabel('Name').fill(name)
      await plan.getByLabel('Reaches').selectOption({ label: 'One piece' })
      await plan.getByLabel('Piece').fill(`/p/${piece.slug}`)
      await plan.getByLabel('Per cent off').fill(String(PERCENT))
      await expect(plan.getByText('All 1 pieces would be marked down now.')).toBeVisible()
      await plan.getByRole('button', { name: 'Plan it' }).click()
      await expect(plan).toBeHidden()
    })

    await expect.poll(() => shop.truth.mailsTo(email), { timeout: BY_ITSELF_MS }).toHaveLength(1)
    const [mail] = await shop.truth.mailsTo(email)
    expect(mail?.subject).toBe(`It costs less: ${piece.title}`)
    expect(mail?.body).toContain(`costs ${(cheaper / 100).toFixed(2)} EUR now`)
    const [pieceLink] = linksIn(mail?.body)
    await shopper.visit(pathOf(pieceLink))
    await expect(
      shopper.page
        .getByRole('main')
        .getByText(`Now €${(cheaper / 100).toFixed(2)}`)
        .first(),
    ).toBeVisible()
  } finally {
    await endMarkdown(staff, name)
  }
  await shopper.visit('/account')
  await expect(shopper.page.getByRole('list', { name: 'Alerts' }).getByText('It costs less')).toBeVisible()
  expect(await shop.truth.mailsTo(email)).toHaveLength(1)
})

const linksIn = (body = ''): string[] => body.match(/https?:\/\/\S+/g) ?? []
const pathOf = (link = ''): string => new URL(link).pathname + new URL(link).search

/** Whatever came of it, the piece costs what it did. */
const endMarkdown = async ({ context: { request } }: Visitor, name: string): Promise<void> => {
  const plans = await answerOf<{ id: number; name: string }[]>(await query(request, 'admin.promotions.list'))
  const plan = plans.find((one) => one.name === name)
  if (plan) await mutate(request, 'admin.promotions.end', { id: plan.id })
}
