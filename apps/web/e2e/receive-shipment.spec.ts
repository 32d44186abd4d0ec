import { expect, test } from './fixtures/test'
import { arriveAtShipment, buyAhead, fillInShipment, inDays, loseAnswer } from './steps/pre-order'
import { signInAs } from './steps/sign-in'

/** A stream or a poll brings it; a message is written by the worker. */
const TOLD_MS = 30_000
const PHONE = { width: 390, height: 844 }

test('a shipment is taken in on a phone: who bought ahead gets the first piece and is told, the rest is free, what is broken is not', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(0)
  const before = await shop.truth.level(piece.variantId)
  const email = `arrived-${Date.now()}@example.org`
  const [buyer, staff] = [await visitors(), await visitors({ viewport: PHONE })]
  const pieces = buyer.page.getByRole('list', { name: 'Pieces' })

  const { page } = staff
  await signInAs(staff, 'merchandiser', '/admin/supply')
  const locationId = await shop.truth.locationOf(piece.recordId)
  await fillInShipment(staff, piece, { units: 4, expectedOn: inDays(6), locationId })
  // The page asks again by itself where no answer comes; it is one shipment all the same.
  const lost = await loseAnswer(staff, 'admin.supply.announce')
  await page.keyboard.press('Enter')
  const shipment = await arriveAtShipment(staff)
  expect(lost()).toBe(1)
  expect(await shop.truth.onTheirWay(piece.variantId)).toBe(4)
  const number = await buyAhead(buyer, piece, email)
  await expect(pieces.getByText(/^Ships by /)).toBeVisible()
  expect(await shop.truth.promisedUnits(piece.variantId)).toBe(1)

  await test.step('three of four come out of the boxes, one of them broken', async () => {
    await staff.visit(`/admin/supply/${shipment}`)
    const desk = page.getByRole('region', { name: 'Receiving desk' })
    await expect(desk).toContainText('0 of 4 here, 1 promised to buyers')
    const scan = desk.getByRole('textbox', { name: 'Scan or type a SKU' })
    for (const code of [piece.sku.toLowerCase(), piece.sku]) {
      await scan.fill(code)
      await scan.press('Enter')
    }
    await expect(desk.getByLabel(`Good: ${piece.sku}`)).toHaveValue('2')
    await desk.getByLabel(`Damaged: ${piece.sku}`).fill('1')
    await desk.getByLabel(`No more to come: ${piece.sku}`).check()
    await desk.getByRole('button', { name: 'Take it in' }).click()
    await expect(desk).toContainText('3 of 4 here, 1 damaged')
    await expect(desk).toContainText('1 short')
    await expect(page.getByRole('region', { name: 'What happened' })).toContainText(
      `${piece.sku}: 2 received, 1 damaged, 1 short`,
    )
    await staff.arrive(/\/admin\/supply\//)
  })

  await test.step('the open page of the buyer says that it is here', async () => {
    await expect(pieces.getByText(/^Ships by /)).toBeHidden({ timeout: TOLD_MS })
    await expect(buyer.page.getByText(`It is here: order ${number}`)).toBeVisible({ timeout: TOLD_MS })
    await buyer.arrive(/\/orders\//)
  })

  await test.step('books and ledger agree, and one is free for the next', async () => {
    expect(await shop.truth.promisedUnits(piece.variantId)).toBe(0)
    expect(await shop.truth.level(piece.variantId)).toEqual({
      ...before,
      onHand: before.onHand + 3,
      allocated: before.allocated + 1,
    })
    expect(await shop.truth.entries(piece.variantId)).toEqual(
      expect.arrayContaining(['PromiseMade', 'Received', 'Damaged', 'PromiseKept']),
    )
    await page.goto(`/admin/shipping?q=${number}`)
    await expect(page.getByRole('row').filter({ hasText: number })).toContainText('To pick')
    expect(await shop.truth.disagreements()).toEqual([])
  })
})
