import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures/test'
import { openAs } from './steps/sign-in'

/** The worker takes a file up by itself. */
const BY_ITSELF_MS = 60_000

test('a file of counts is checked whole, applied without its wrong rows, and its entries lead back to it', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(9)
  const place = await shop.truth.placeOf(piece.recordId)
  const before = await shop.truth.onHandAt(piece.recordId)
  const staff = await visitors()
  const { page } = staff
  const name = `shelf-${randomUUID().slice(0, 8)}.csv`
  await openAs(staff, 'merchandiser', '/admin/files')

  await page.getByLabel('It holds').selectOption({ label: 'Counts' })
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(`sku,location,counted\n${piece.sku},${place},${before + 2}\nNO-SUCH-SKU,${place},4\n`),
  })
  await page.getByRole('button', { name: 'Upload and check' }).click()

  const file = page.getByRole('region', { name })
  await expect(file.getByRole('status')).toContainText('1 of 2 rows not right', { timeout: BY_ITSELF_MS })
  await expect(file.getByText('NO-SUCH-SKU')).toBeVisible()
  const apply = file.getByRole('button', { name: 'Apply 1 rows' })
  await expect(apply).toBeDisabled()
  expect(await shop.truth.onHandAt(piece.recordId)).toBe(before)

  await file.getByLabel('Skip the 1 that are not right').check()
  await apply.click()
  await expect(file.getByRole('status')).toContainText('Applied: 1 changed', { timeout: BY_ITSELF_MS })
  expect(await shop.truth.onHandAt(piece.recordId)).toBe(before + 2)

  await staff.visit(`/admin/ledger/${piece.recordId}`)
  await page
    .getByRole('link', { name: `Import ${name}, row` })
    .first()
    .click()
  await staff.arrive(/\/admin\/files\?file=/)
  await expect(page.getByRole('region', { name })).toBeVisible()
  expect(await shop.truth.disagreements()).toEqual([])
})
