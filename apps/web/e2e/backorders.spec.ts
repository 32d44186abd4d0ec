import { randomUUID } from 'node:crypto'
import { answerOf, mutate, query, refusalOf } from './fixtures/call'
import { expect, test, type Visitor } from './fixtures/test'
import { buyAhead } from './steps/pre-order'
import { lookAt, sizeButton } from './steps/product-page'
import { signInAs } from './steps/sign-in'

/** A stream or the next look of the page brings it. */
const TOLD_MS = 30_000
/** What a card says of a piece that can be had later. */
const BY_A_DAY = /^Backorder: expected \d/

test('a merchandiser allows one piece beyond stock: cards and its page say the day, one buyer has it, the next is refused', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(0)
  const place = await shop.truth.placeOf(piece.recordId)
  const email = `backorder-${Date.now()}@example.org`
  const [staff, buyer, late] = [await visitors(), await visitors(), await visitors()]
  await signInAs(staff, 'merchandiser', '/admin/backorders')
  const { page } = staff
  const row = page.getByRole('row').filter({ hasText: piece.sku }).filter({ hasText: place })
  const dialog = page.getByRole('dialog')

  await test.step('a piece is looked up and allowed', async () => {
    await page.getByRole('form', { name: 'Look a SKU up' }).getByLabel('SKU').fill(piece.sku)
    await page.getByRole('button', { name: 'Show its places' }).click()
    await expect(row).toContainText('not allowed')
    await row.getByRole('button', { name: /^Allow/ }).click()
    await dialog.getByLabel('May be sold').fill('one')
    await expect(dialog.getByText('A whole number from 0 to 100,000')).toBeVisible()
    await dialog.getByLabel('May be sold').fill('1')
    await dialog.getByLabel('Days to replenish').fill('30')
    await expect(dialog).toContainText('a buyer of today is told: ships by')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await expect(row).toContainText('ships by')
    await staff.arrive(/\/admin\/backorders/)
  })

  const said = ({ page: open }: Visitor, placement: string) =>
    open.locator(`[data-placement="${placement}"] [data-product="${piece.productId}"]`)

  await test.step('nothing else of it is there: feed and listing say the day, and an open page follows when it is another', async () => {
    await shop.stock.leaveNothingBeside(piece)
    const { request } = staff.context
    const id = randomUUID()
    await answerOf(await mutate(request, 'admin.rules.save', { id, rule: inFront(piece.productId) }))
    try {
      await expect(async () => {
        await late.page.goto('/')
        await expect(said(late, 'for-you').getByText(BY_A_DAY)).toBeVisible({ timeout: 3_000 })
      }).toPass()
      await late.arrive('/')
    } finally {
      await answerOf(await mutate(request, 'admin.rules.remove', { id }))
    }
    await late.visit(`/shop?q=${encodeURIComponent(`${piece.brand} ${piece.title}`)}`)
    const badge = said(late, 'search').getByText(BY_A_DAY)
    await badge.scrollIntoViewIfNeeded()
    const first = (await badge.textContent()) ?? ''
    const later = { recordId: piece.recordId, units: 1, leadDays: 44, expectedVersion: 1 }
    await answerOf(await mutate(request, 'admin.supply.setBackorder', later))
    await expect(badge).not.toHaveText(first, { timeout: TOLD_MS })
  })

  await test.step('its page offers it with its day; one buys it, and nobody after', async () => {
    await buyAhead(buyer, piece, email, 'Order now, ships later')
    await expect(said(late, 'search')).toContainText('Sold out', { timeout: TOLD_MS })
    await expect(buyer.page.getByRole('list', { name: 'Pieces' }).getByText(/^Ships by /)).toBeVisible()
    expect(await shop.truth.promisedUnits(piece.variantId)).toBe(1)
    await lookAt(late, piece)
    await expect(sizeButton(late, piece)).toHaveAccessibleName(/sold out/)
    await expect(late.page.getByRole('main').getByRole('button', { name: 'Order now, ships later' })).toHaveCount(0)
    const put = { requestId: crypto.randomUUID(), sku: piece.sku, quantity: 1, allowFuture: true }
    expect(await refusalOf(await mutate(late.context.request, 'shop.bag.add', put))).toBe('OUT_OF_STOCK')
  })

  await test.step('the open page shows who draws on it, and that nothing is left', async () => {
    await expect(row).toContainText('used up', { timeout: TOLD_MS })
    await row.getByRole('button', { name: /^Change/ }).click()
    await expect(dialog.getByRole('region', { name: 'Drawn on' })).toContainText('1 of 1 promised, 0 in bags, 0 left.')
    await expect(dialog.getByRole('list', { name: 'Orders that wait' })).toContainText('1 piece')
    await dialog.getByLabel('May be sold').fill('0')
    await expect(dialog.getByRole('status')).toContainText('whoever waits last has no supply any more')
    await staff.arrive(/\/admin\/backorders/)
    await dialog.getByRole('button', { name: 'Leave as it is' }).click()
  })

  await test.step('who has not seen the last change changes nothing, and nobody but staff looks', async () => {
    const stale = { recordId: piece.recordId, units: 9, leadDays: 1, expectedVersion: 0 }
    expect(await refusalOf(await mutate(staff.context.request, 'admin.supply.setBackorder', stale))).toBe(
      'BACKORDER_CHANGED',
    )
    expect(await refusalOf(await query(late.context.request, 'admin.supply.backorders', {}))).toBe('UNAUTHORIZED')
    await staff.visit('/admin/audit')
    await expect(page.getByText('Backorders allowed').first()).toBeVisible()
    expect(await shop.truth.disagreements()).toEqual([])
  })
})

/** A rule that shows a product first on the front page, to who can have it. */
const inFront = (productId: number) => ({
  name: 'On order',
  placements: ['for-you'],
  effect: { kind: 'pin', position: 1 },
  target: { by: 'products', productIds: [productId] },
  active: true,
})
