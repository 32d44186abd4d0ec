import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures/test'
import { lookAt, sizeButton } from './steps/product-page'
import { signInAs } from './steps/sign-in'

const PHONE = { width: 390, height: 844 }
const WITHOUT_RELOAD_MS = 15_000

const choosePlace = async (select: Locator, code: string): Promise<void> => {
  const option = select.getByRole('option', { name: new RegExp(`^${code}, `) })
  await select.selectOption((await option.textContent()) ?? '')
}

test('pieces travel between two places: gone from one shelf, not yet on the other, and what is missing on arrival is told', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(5)
  const [from, to] = [await shop.truth.placeOf(piece.recordId), await shop.truth.otherPlaceOf(piece.recordId)]
  const before = await shop.truth.level(piece.variantId)
  const onHand = (place: string) => shop.truth.onHandIn(piece.variantId, place)
  const [there, here] = [await onHand(from), await onHand(to)]
  const [shopper, sender, receiver] = [await visitors(), await visitors(), await visitors({ viewport: PHONE })]
  await lookAt(shopper, piece)

  const { page } = sender
  await signInAs(sender, 'merchandiser', '/admin/transfers/new')
  await test.step('a draft moves nothing, sent it does', async () => {
    await choosePlace(page.getByLabel('From', { exact: true }), from)
    await choosePlace(page.getByLabel('To', { exact: true }), to)
    const scan = page.getByLabel('Add a piece')
    for (const code of [piece.sku.toLowerCase(), piece.sku, piece.sku]) {
      await scan.fill(code)
      await scan.press('Enter')
    }
    await expect(page.getByLabel(`Pieces of ${piece.sku}`)).toHaveValue('3')
    await page.getByLabel(`Pieces of ${piece.sku}`).fill('4')
    await page.getByRole('button', { name: 'Write the draft' }).click()
    await sender.arrive(/\/admin\/transfers\/\d+$/)
    expect(await shop.truth.level(piece.variantId)).toEqual(before)
    await page.getByRole('button', { name: 'Send it' }).click()
    await expect(page.getByText('On the way', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Unpack' })).toBeVisible()
  })

  await test.step('on the way it is on no shelf, and the open page of the shop says so', async () => {
    expect(await onHand(from)).toBe(there - 4)
    expect(await onHand(to)).toBe(here)
    await expect(sizeButton(shopper, piece)).toHaveAccessibleName(/only 1 left/, { timeout: WITHOUT_RELOAD_MS })
  })

  const desk = receiver.page
  await test.step('unpacked on a phone: two good, one damaged, one that is not there', async () => {
    await signInAs(receiver, 'merchandiser', new URL(page.url()).pathname)
    for (const what of ['good', 'good', 'damaged'])
      await desk.getByRole('button', { name: `One more: ${what} ${piece.sku}` }).click()
    await expect(desk.getByText('1 missing')).toBeVisible()
    await desk.getByLabel('Why is one piece missing?').selectOption('Miscounted when it was sent')
    await desk.getByRole('button', { name: 'Receive and close' }).click()
    await expect(desk.getByText('Received', { exact: true }).first()).toBeVisible()
    await expect(desk.getByText(/Lost: miscounted when it was sent/)).toBeVisible()
    await receiver.arrive(/\/admin\/transfers\/\d+$/)
  })

  await test.step('both ledgers tell it, and every piece is accounted for', async () => {
    expect(await onHand(from)).toBe(there - 4)
    expect(await onHand(to)).toBe(here + 3)
    expect(await shop.truth.level(piece.variantId)).toEqual({ ...before, onHand: before.onHand - 1 })
    expect(await shop.truth.entries(piece.variantId)).toEqual(
      expect.arrayContaining(['TransferredOut', 'TransferredIn', 'Damaged', 'TransferLost']),
    )
    await desk.getByRole('link', { name: new RegExp(`^${to}\\s*, ledger of `) }).click()
    await receiver.arrive(/\/admin\/ledger\/\d+$/)
    const entries = desk.getByRole('table').getByRole('row')
    await expect(entries.filter({ hasText: 'Damaged' })).toHaveCount(1)
    expect(await shop.truth.disagreements()).toEqual([])
  })
})
