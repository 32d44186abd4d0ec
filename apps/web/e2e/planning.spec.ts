import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures/test'
import { signInAs } from './steps/sign-in'

/** The worker looks every half minute, and forecasts once it is up. */
const BY_ITSELF_MS = 60_000

test('an alert is acknowledged with a note; a suggested order becomes a draft with one click', async ({ visitors }) => {
  const staff = await visitors()
  const { page } = staff
  await signInAs(staff, 'merchandiser', '/admin/alerts')

  await test.step('an alert says why, and goes to those that were seen', async () => {
    const open = page.getByRole('list', { name: 'Alerts' }).getByRole('listitem')
    await expect(open.first()).toBeVisible({ timeout: BY_ITSELF_MS })
    // Others may come before it meanwhile: from here on it is known by its name.
    const subject = (await open.first().getByRole('link').textContent()) ?? ''
    const note = `asked the mill ${randomUUID()}`
    await page.getByRole('checkbox', { name: `Choose ${subject}`, exact: true }).check()
    await page.getByLabel('Note for colleagues').fill(note)
    await page.getByRole('button', { name: 'Acknowledge 1' }).click()
    await page.getByLabel('State').selectOption({ label: 'Acknowledged' })
    const seen = page.getByRole('listitem').filter({ hasText: note })
    await expect(seen).toContainText(subject)
    await expect(seen).toContainText('Maren Demo')
    await staff.arrive(/\/admin\/alerts/)
  })

  await test.step('the forecast has its list; one SKU has its chart', async () => {
    await staff.visit('/admin/forecast')
    const table = page.getByRole('table', { name: 'Forecasts, the soonest to run out first' })
    await expect(async () => {
      if ((await table.count()) === 0) await page.reload()
      await expect(table).toBeVisible()
    }).toPass({ timeout: BY_ITSELF_MS })
    await table.getByRole('link').first().click()
    await staff.arrive(/\/admin\/forecast\/.+/)
    await expect(page.getByRole('img', { name: /forecast of .* pieces for the next four weeks/ })).toBeVisible()
  })

  await test.step('what is suggested is drafted, once', async () => {
    await staff.visit('/admin/forecast')
    const draft = page.getByRole('button', { name: /^Draft the order to / }).first()
    const name = (await draft.getAttribute('aria-label')) ?? ''
    await draft.click()
    const told = page.getByText(/^PO-\d+ to .+ is a draft now/)
    await expect(told).toBeVisible()
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
    const number = /PO-\d+/.exec((await told.textContent()) ?? '')?.[0] ?? 'no number'
    await page.getByRole('link', { name: 'Look at it and send it' }).click()
    await staff.arrive('/admin/purchase-orders')
    await expect(page.getByText(number).first()).toBeVisible()
  })
})
