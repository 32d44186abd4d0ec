import { randomUUID } from 'node:crypto'
import type { PlacementPlan } from '@selvedge/core'
import { answerOf, mutate, query } from './fixtures/call'
import { expect, test } from './fixtures/test'
import { openAs } from './steps/sign-in'

/** Far below the half minute after which an open page looks by itself. */
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
