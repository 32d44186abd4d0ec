import { query, refusalOf } from './fixtures/call'
import { expect, test } from './fixtures/test'
import { buyButton, lookAt } from './steps/product-page'
import { signInAs } from './steps/sign-in'

const WITHOUT_RELOAD_MS = 2_000

test('a merchandiser counts a shelf and the open product page follows; the ledger tells who and why', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(1)
  const [shopper, staff] = [await visitors(), await visitors()]
  await lookAt(shopper, piece)
  await expect(shopper.page.getByText('Only 1 left', { exact: true }).first()).toBeVisible()

  await signInAs(staff, 'merchandiser', `/admin/stock?q=${piece.sku}`)
  const { page } = staff
  const place = await shop.truth.placeOf(piece.recordId)
  const adjust = async (change: string, reason: string, note: string) => {
    await page.getByRole('button', { name: `Adjust ${piece.sku} at ${place}` }).click()
    const dialog = page.getByRole('dialog', { name: piece.title })
    await dialog.getByRole('button', { name: 'Save to the ledger' }).click()
    await expect(dialog.getByText('Every change in the ledger has a reason.')).toBeVisible()
    await staff.arrive(/\/admin\/stock/)
    await dialog.getByLabel('More or fewer').fill(change)
    await dialog.getByLabel('Reason').selectOption({ label: reason })
    await dialog.getByLabel('Note').fill(note)
    await dialog.getByRole('button', { name: 'Save to the ledger' }).click()
    await expect(dialog).toBeHidden()
  }

  await test.step('one fewer: the last one goes from the open page', async () => {
    await adjust('-1', 'Damaged', 'torn at the cuff')
    await expect(buyButton(shopper)).toHaveText('Sold out in this size', { timeout: WITHOUT_RELOAD_MS })
    expect(await shop.truth.entries(piece.variantId)).toContain('Adjusted')
  })

  await test.step('more of them: it comes back', async () => {
    await adjust('5', 'Delivered', 'box behind the door')
    await expect(buyButton(shopper)).toHaveText('Put in the bag', { timeout: WITHOUT_RELOAD_MS })
  })

  await test.step('the ledger shows both entries with reason and name', async () => {
    await page.getByRole('link', { name: new RegExp(`^Ledger of ${piece.sku} at ${place}`) }).click()
    await staff.arrive(/\/admin\/ledger\/\d+/)
    const rows = page.getByRole('table').getByRole('row')
    await expect(rows.filter({ hasText: 'torn at the cuff' })).toContainText('Maren Demo')
    await expect(rows.filter({ hasText: 'torn at the cuff' })).toContainText('Damaged')
    await expect(rows.filter({ hasText: 'box behind the door' })).toContainText('Delivered')
    await expect(page.getByText('adding up the ledger gives the level above')).toBeVisible()
  })

  await test.step('both changes stand in the journal, under the name of who made them', async () => {
    await staff.visit('/admin/audit')
    await page.getByLabel('Find a change').fill('torn at the cuff')
    const changes = page.getByRole('table', { name: 'Changes, newest first' }).getByRole('row')
    await expect(changes.filter({ hasText: 'Adjust' })).toHaveCount(1)
    await expect(changes.filter({ hasText: 'Adjust' })).toContainText('Maren Demo')
    await expect(changes.filter({ hasText: 'Adjust' })).toContainText('done')
  })

  await test.step('the other pages of the back office', async () => {
    for (const path of ['/admin', '/admin/holds', '/admin/orders', '/admin/history', '/admin/allocation']) {
      await staff.visit(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    }
  })
  expect(await shop.truth.disagreements()).toEqual([])
})

const PAGES = [
  '/admin',
  '/admin/stock',
  '/admin/holds',
  '/admin/orders',
  '/admin/ledger/1',
  '/admin/ledger/1/time',
  '/admin/history',
]
const PROCEDURES = ['figures.now', 'stock.locations', 'stock.record', 'history.totals', 'holds.list', 'orders.list']

test('a guest who tries the back office is asked to sign in, and its procedures tell nothing', async ({
  visitor,
  request,
}) => {
  for (const path of PAGES) {
    await visitor.page.goto(path)
    await expect(visitor.page).toHaveURL(new RegExp(`/sign-in\\?to=${encodeURIComponent(path)}`))
  }
  for (const procedure of PROCEDURES)
    expect(await refusalOf(await query(request, `admin.${procedure}`, {}))).toBe('UNAUTHORIZED')
})

test('a shopper is told that the back office is for staff, and its procedures refuse', async ({ visitor }) => {
  await signInAs(visitor, 'shopper', '/account')
  for (const path of PAGES) {
    await visitor.visit(path)
    await expect(visitor.page.getByRole('heading', { name: 'The back office is for staff' })).toBeVisible()
    await expect(visitor.page.getByRole('table')).toHaveCount(0)
    await expect(visitor.page.getByRole('grid')).toHaveCount(0)
  }
  for (const procedure of PROCEDURES)
    expect(await refusalOf(await query(visitor.context.request, `admin.${procedure}`, {}))).toBe('FORBIDDEN')
})
