import { expect, test } from './fixtures/test'
import { signInAs } from './steps/sign-in'

const PHONE = { width: 390, height: 844 }

test('a shelf is counted on a phone, looked at twice where it is far off, and the ledger follows', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(9)
  const place = await shop.truth.placeOf(piece.recordId)
  const before = await shop.truth.level(piece.variantId)
  const staff = await visitors({ viewport: PHONE })
  const { page } = staff

  await signInAs(staff, 'merchandiser', '/admin/counts')
  await page.getByRole('button', { name: 'New count' }).click()
  const dialog = page.getByRole('dialog', { name: 'Open a count' })
  const option = dialog.getByLabel('Place').getByRole('option', { name: new RegExp(`^${place}, `) })
  await dialog.getByLabel('Place').selectOption((await option.textContent()) ?? '')
  await dialog.getByLabel('Which pieces').fill(piece.sku)
  await dialog.getByRole('button', { name: 'Start counting' }).click()
  await staff.arrive(/\/admin\/counts\/\d+/)

  const pad = page.getByRole('form', { name: 'Count a shelf' })
  const shelf = page.getByRole('list', { name: 'Shelves' }).getByRole('button').filter({ hasText: piece.sku })
  const onHand = await shop.truth.onHandAt(piece.recordId)
  // Blind: behind its name the shelf says that it was not counted, and no number.
  await expect(shelf).toHaveText(new RegExp(`${piece.sku}\\s*Not counted$`))
  const countShelf = async (units: number) => {
    await shelf.click()
    await expect(pad.getByText(piece.title)).toBeVisible()
    await pad.getByRole('button', { name: 'Clear' }).click()
    const more = pad.getByRole('button', { name: `One more: ${piece.sku}` })
    for (let unit = 0; unit < units; unit += 1) await more.click()
    await pad.getByRole('button', { name: units === 0 ? 'Nothing there, next' : `Counted ${units}, next` }).click()
  }

  await countShelf(0)
  await expect(shelf).toContainText('Count again')
  // The second look by scanner: each code ends with Enter, and a stray one in between is counted for itself.
  const code = pad.getByLabel('Scan or type a SKU')
  for (const scanned of [piece.sku, 'STRAY-1', piece.sku.toLowerCase()]) {
    await code.pressSequentially(scanned)
    await code.press('Enter')
    await expect(code).toHaveValue('')
  }
  await expect(pad.getByRole('region', { name: 'Scanned, not sent yet' })).toHaveText(/STRAY-1: 1$/)
  await pad.getByRole('button', { name: 'Counted 2, next' }).click()
  await expect(shelf).toContainText('Counted 2')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page
    .getByRole('dialog', { name: 'Post this count?' })
    .getByRole('button', { name: 'Post to the ledger' })
    .click()
  await expect(page.getByText(`2 against ${onHand}`)).toBeVisible()

  expect((await shop.truth.entries(piece.variantId)).at(-1)).toBe('Counted')
  expect(await shop.truth.level(piece.variantId)).toEqual({ ...before, onHand: before.onHand - onHand + 2 })
  expect(await shop.truth.disagreements()).toEqual([])
})
