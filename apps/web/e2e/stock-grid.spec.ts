import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures/test'
import { openAs } from './steps/sign-in'

/** As a sheet puts a cell on the clipboard and a person pastes it. */
const paste = (cell: Locator, text: string): Promise<void> =>
  cell.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

test('the stock grid takes a paste and typed figures under one reason, takes them back, and never writes over a colleague', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(9)
  const place = await shop.truth.placeOf(piece.recordId)
  const before = await shop.truth.onHandAt(piece.recordId)
  const staff = await visitors()
  const { page } = staff
  await openAs(staff, 'merchandiser', `/admin/stock?q=${piece.sku}`)

  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Adjust ${piece.sku} at ${place}` }) })
  // Behind the name and its row header: place, available, on hand, reserved, allocated, unavailable, safety.
  const [onHand, safety] = [row.getByRole('gridcell').nth(2), row.getByRole('gridcell').nth(6)]
  const bar = page.getByRole('region', { name: 'Changes not saved' })
  const save = bar.getByRole('button', { name: 'Save to the ledger' })
  const saved = Number(await safety.textContent())

  await test.step('one figure is pasted, another typed; they are saved under one reason', async () => {
    await onHand.click()
    await paste(onHand, `${before + 3}\n`)
    await expect(bar.getByRole('status')).toHaveText('1 change not saved')
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
    await expect(safety).toBeFocused()
    await page.keyboard.type(String(saved + 2))
    await page.keyboard.press('Enter')
    await expect(bar.getByRole('status')).toHaveText('2 changes not saved')
    await save.click()
    await expect(bar.getByText('Every change in the ledger has a reason.')).toBeVisible()
    await bar.getByLabel('Reason for all of them').selectOption({ label: 'Delivered' })
    await save.click()
    await expect(bar.getByRole('status')).toHaveText('2 saved')
    expect(await shop.truth.onHandAt(piece.recordId)).toBe(before + 3)
    await expect(safety).toHaveText(String(saved + 2))
  })

  await test.step('the batch is taken back by entries of its own', async () => {
    await bar.getByRole('button', { name: 'Take back the last 2' }).click()
    await expect(safety).toHaveText(String(saved))
    await expect.poll(() => shop.truth.onHandAt(piece.recordId)).toBe(before)
    expect((await shop.truth.entries(piece.variantId)).slice(-4).sort()).toEqual([
      'Adjusted',
      'Adjusted',
      'SafetyStockSet',
      'SafetyStockSet',
    ])
  })

  await test.step('what a colleague has changed meanwhile is told, and stays to be decided through the next save', async () => {
    await onHand.click()
    await paste(onHand, String(before + 5))
    await expect(bar.getByRole('status')).toHaveText('1 change not saved')
    await shop.stock.setAvailable(piece, 4)
    const now = await shop.truth.onHandAt(piece.recordId)
    await bar.getByLabel('Reason for all of them').selectOption({ label: 'Delivered' })
    await save.click()
    const told = `${piece.sku} at ${place}: you saw ${before} and want ${before + 5}, it is ${now} by now.`
    await expect(bar.getByText(told)).toBeVisible()
    expect(await shop.truth.onHandAt(piece.recordId)).toBe(now)

    await safety.click()
    await page.keyboard.type(String(saved + 1))
    await page.keyboard.press('Enter')
    await save.click()
    await expect(safety).toHaveText(String(saved + 1))
    await expect(bar.getByText(told)).toBeVisible()

    await bar.getByRole('button', { name: 'Set mine all the same' }).click()
    await save.click()
    await expect(bar.getByText(told)).toBeHidden()
    await expect.poll(() => shop.truth.onHandAt(piece.recordId)).toBe(before + 5)
  })
  expect(await shop.truth.disagreements()).toEqual([])
})

test('the grid reaches over every record: its end is gone to at once, and only what is in sight is drawn', async ({
  visitors,
}) => {
  const staff = await visitors()
  const { page } = staff
  await openAs(staff, 'merchandiser', '/admin/stock')
  const grid = page.getByRole('grid', { name: 'Stock by variant and place' })
  const records = Number(await grid.getAttribute('aria-rowcount')) - 1
  const told = `${new Intl.NumberFormat('en-GB').format(records)} records`
  await expect(page.getByRole('region', { name: 'Totals of this filter' })).toContainText(told)
  const rowAt = (nth: number) => grid.locator(`[role="row"][aria-rowindex="${nth + 1}"]`)
  const drawn = () => grid.getByRole('row').count()

  await rowAt(1).getByRole('gridcell').first().click()
  await page.keyboard.press('Control+End')
  await expect(rowAt(records).getByRole('button', { name: /^Adjust / })).toBeFocused()
  expect(await drawn()).toBeLessThan(60)

  // The keys go on from there, over rows that were never looked at.
  await page.keyboard.press('PageUp')
  await expect(rowAt(records).getByRole('button', { name: /^Adjust / })).not.toBeFocused()
  await page.keyboard.press('Control+Home')
  await expect(rowAt(1).getByRole('rowheader')).toBeFocused()

  await grid.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2
  })
  await expect(rowAt(Math.floor(records / 2)).getByRole('button', { name: /^Adjust / })).toBeVisible()
  expect(await drawn()).toBeLessThan(60)

  await test.step('a block over rows that were not looked at is copied whole', async () => {
    await staff.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await grid.evaluate((element) => {
      element.scrollTop = element.scrollHeight / 20
    })
    const last = Math.floor(records / 20) + 3
    await rowAt(last)
      .getByRole('gridcell')
      .first()
      .click({ modifiers: ['Shift'] })
    await page.keyboard.press('Control+c')
    await expect(page.getByText(`${new Intl.NumberFormat('en-GB').format(last)} rows copied`)).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n')).toHaveLength(last)
  })
})
