import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures/test'
import { lookAt } from './steps/product-page'

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

  await shop.stock.setAvailable(piece, 2)
  await expect.poll(() => shop.truth.mailsTo(email), { timeout: BY_ITSELF_MS }).toHaveLength(1)
  const [mail] = await shop.truth.mailsTo(email)
  expect(mail?.subject).toBe(`It is back: ${piece.title}`)
  const [pieceLink, wayOut] = (mail?.body ?? '').match(/https?:\/\/\S+/g) ?? []
  const pathOf = (link = '') => new URL(link).pathname + new URL(link).search
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
