import { randomUUID } from 'node:crypto'
import type { PlacementPlan } from '@selvedge/core'
import { answerOf, mutate, query } from './fixtures/call'
import { expect, test } from './fixtures/test'
import { openAs } from './steps/sign-in'

/** Far below the minute after which an open page looks by itself. */
const FOLLOWS_MS = 10_000

test('what an admin changes a merchandiser sees on the page that is open, and loses nothing of what is being written there', async ({
  visitors,
  shop,
}) => {
  const [watcher, other] = [await visitors(), await visitors()]
  await openAs(other, 'admin', '/admin')
  await openAs(watcher, 'merchandiser', '/admin/purchase-orders')
  const { page } = watcher
  const { request } = other.context
  const isLive = () => expect(page.getByText('Live', { exact: true }).last()).toBeVisible()
  const piece = await shop.stock.claim(0)

  await test.step('a purchase order is drafted and sent elsewhere', async () => {
    await isLive()
    const [supplier] = await answerOf<{ id: number }[]>(await query(request, 'admin.supply.suppliers'))
    const locationId = await shop.truth.locationOf(piece.recordId)
    const lines = [{ sku: piece.sku, units: 3 }]
    const order = { draftId: randomUUID(), supplierId: supplier?.id, locationId, lines }
    const { number } = await answerOf<{ number: string }>(await mutate(request, 'admin.supply.draftOrder', order))
    const row = page.getByRole('row').filter({ hasText: number })
    await expect(row).toContainText('Draft', { timeout: FOLLOWS_MS })
    await answerOf(await mutate(request, 'admin.supply.moveOrder', { number, to: 'sent' }))
    await expect(row).toContainText('Sent', { timeout: FOLLOWS_MS })
    await watcher.arrive('/admin/purchase-orders')
    await watcher.visit(`/admin/purchase-orders/${encodeURIComponent(number)}`)
    await isLive()
    await answerOf(await mutate(request, 'admin.supply.moveOrder', { number, to: 'cancelled' }))
    await expect(page.getByRole('main').getByText('Cancelled', { exact: true })).toBeVisible({ timeout: FOLLOWS_MS })
  })

  await test.step('a source gets its key, and loses it', async () => {
    await watcher.visit('/admin/sources')
    await isLive()
    const name = `till ${randomUUID().slice(0, 8)}`
    const { sourceId } = await answerOf<{ sourceId: string }>(
      await mutate(request, 'admin.sources.create', { name, expectedEveryMinutes: 60 }),
    )
    const row = page.getByRole('row').filter({ hasText: name })
    await expect(row).toContainText('Not heard yet', { timeout: FOLLOWS_MS })
    await answerOf(await mutate(request, 'admin.sources.revoke', { sourceId }))
    await expect(row).toContainText('Revoked', { timeout: FOLLOWS_MS })
  })

  await test.step('a placement that both change keeps what is written, says so, and offers the other one', async () => {
    await watcher.visit('/admin/recommendations/placements')
    await isLive()
    const form = page.getByRole('form', { name: 'Complete the look' })
    const plans = await answerOf<{ placement: string; plan: PlacementPlan }[]>(
      await query(request, 'admin.placements.list'),
    )
    const plan = plans.find(({ placement }) => placement === 'complete-look')?.plan
    if (!plan) throw new Error('the placement has no plan')
    const brandMax = form.getByLabel('Of one brand at most')
    const categoryMax = form.getByLabel('Of one category at most')
    const save = async (changed: Partial<PlacementPlan>) =>
      answerOf(
        await mutate(request, 'admin.placements.save', { placement: 'complete-look', plan: { ...plan, ...changed } }),
      )
    try {
      await save({ brandMax: 31 })
      await expect(brandMax).toHaveValue('31', { timeout: FOLLOWS_MS })
      await categoryMax.fill('17')
      await save({ brandMax: 32 })
      await expect(form.getByText('Somebody else has changed this meanwhile.')).toBeVisible({ timeout: FOLLOWS_MS })
      await expect(brandMax).toHaveValue('31')
      await expect(categoryMax).toHaveValue('17')
      await form.getByRole('button', { name: 'Take theirs' }).click()
      await expect(brandMax).toHaveValue('32')
      await expect(categoryMax).toHaveValue(String(plan.categoryMax))
    } finally {
      await answerOf(await mutate(request, 'admin.placements.reset', { placement: 'complete-look' }))
    }
    await expect(form.getByText('As the house has it')).toBeVisible({ timeout: FOLLOWS_MS })
  })
})

test('what moves is seen in the open rooms of stock, and a figure that is being written is not lost', async ({
  visitors,
  shop,
}) => {
  const [watcher, other, shopper] = [await visitors(), await visitors(), await visitors()]
  await openAs(other, 'admin', '/admin')
  const { page } = watcher
  const { request } = other.context
  const main = page.getByRole('main')
  const piece = await shop.stock.claim(9)
  const place = await shop.truth.placeOf(piece.recordId)
  const isLive = () => expect(main.getByText('Live', { exact: true })).toBeVisible()

  await test.step('a piece that is put in a bag is among the holds, and gone when a colleague has released it', async () => {
    await openAs(watcher, 'merchandiser', '/admin/holds')
    await isLive()
    const line = { requestId: randomUUID(), sku: piece.sku, quantity: 1 }
    await answerOf(await mutate(shopper.context.request, 'shop.bag.add', line))
    const release = page.getByRole('button', { name: `Release the hold on ${piece.sku}` })
    await expect(release).toBeVisible({ timeout: FOLLOWS_MS })
    const { rows } = await answerOf<{ rows: { cartId: string; reservationId: string; variantId: number }[] }>(
      await query(request, 'admin.holds.list', { query: piece.sku, limit: 10 }),
    )
    const [{ cartId, reservationId, variantId } = {}] = rows
    const asked = { cartId, reservationId, variantId, reason: 'mistake' }
    await answerOf(await mutate(request, 'admin.holds.release', asked))
    await expect(release).toBeHidden({ timeout: FOLLOWS_MS })
  })

  await test.step('the ledger of a record goes on', async () => {
    await watcher.visit(`/admin/ledger/${piece.recordId}`)
    await isLive()
    await shop.stock.setAvailable(piece, 7)
    const { version } = await answerOf<{ version: number }>(
      await query(request, 'admin.stock.record', { recordId: piece.recordId }),
    )
    const agrees = `Version ${version}: adding up the ledger gives the level above.`
    await expect(main.getByText(agrees)).toBeVisible({ timeout: FOLLOWS_MS })
  })

  await test.step('a figure of the grid that a colleague changes under a pending one is said before it is saved', async () => {
    await watcher.visit(`/admin/stock?q=${piece.sku}`)
    await expect(main.getByText('Rows in view follow the database')).toBeVisible()
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: `Adjust ${piece.sku} at ${place}` }) })
    const onHand = row.getByRole('gridcell').nth(2)
    const before = Number(await onHand.textContent())
    await onHand.click()
    await page.keyboard.type(String(before + 5))
    await page.keyboard.press('Enter')
    await shop.stock.setAvailable(piece, 4)
    const now = await shop.truth.onHandAt(piece.recordId)
    const bar = page.getByRole('region', { name: 'Changes not saved' })
    const told = `${piece.sku} at ${place}: you saw ${before} and want ${before + 5}, it is ${now} by now.`
    await expect(bar.getByText(told)).toBeVisible({ timeout: FOLLOWS_MS })
    await expect(bar.getByRole('status')).toHaveText('1 change not saved')
    await bar.getByRole('button', { name: 'Take theirs' }).click()
    await expect(bar).toBeHidden()
    await expect(onHand).toHaveText(String(now))
  })

  await test.step('a count is opened and dropped elsewhere', async () => {
    await watcher.visit('/admin/counts')
    await isLive()
    const locationId = await shop.truth.locationOf(piece.recordId)
    const asked = { requestId: randomUUID(), locationId, query: piece.sku }
    const { countId } = await answerOf<{ countId: number }>(await mutate(request, 'admin.counts.open', asked))
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: `C-${countId}`, exact: true }) })
    await expect(row).toContainText('Being counted', { timeout: FOLLOWS_MS })
    await answerOf(await mutate(request, 'admin.counts.cancel', { countId, expectedVersion: 1 }))
    await expect(row).toContainText('Cancelled', { timeout: FOLLOWS_MS })
  })
})
