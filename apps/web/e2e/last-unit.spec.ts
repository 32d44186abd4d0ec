import { expect, test } from './fixtures/test'
import { told, toldBy } from './steps/known-shopper'
import { buyButton, drawer, lookAt, putInBag, sizeButton } from './steps/product-page'

const WITHOUT_RELOAD_MS = 2_000

test('whoever comes second sees the last unit go without reloading, and sees it come back', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(1)
  const [quick, slow] = [await visitors(), await visitors()]
  await lookAt(quick, piece)
  await lookAt(slow, piece)
  await expect(slow.page.getByText('Only 1 left', { exact: true }).first()).toBeVisible()
  const loaded = await slow.page.evaluate(() => performance.timeOrigin)

  await putInBag(quick)
  await expect(buyButton(slow)).toHaveText('Sold out in this size', { timeout: WITHOUT_RELOAD_MS })
  await expect(sizeButton(slow, piece)).toHaveAccessibleName(/sold out/)
  await expect(slow.page.getByText('Someone has just taken the last one in your size.')).toBeAttached()
  await slow.arrive(/\/p\//)
  await expect(quick.page.getByText('The last one is in your bag.')).toBeAttached()

  await drawer(quick)
    .getByRole('button', { name: /^Remove / })
    .click()
  await expect(buyButton(slow)).toHaveText('Put in the bag', { timeout: WITHOUT_RELOAD_MS })
  expect(await slow.page.evaluate(() => performance.timeOrigin), 'the page was not loaded again').toBe(loaded)
})

test('of two who press at the same moment one gets the last unit and the other is told kindly, and has shown no taste', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(1)
  const racers = [await visitors({ consent: 'personal' }), await visitors({ consent: 'personal' })]
  const signals = new Map(racers.map((racer) => [racer, toldBy(racer)]))

  // Both presses are under way before either answer: the page of the loser cannot have been told by then.
  let release = () => {}
  const bothPressed = new Promise<void>((resolve) => {
    release = resolve
  })
  for (const { page } of racers) {
    await page.route('**/api/trpc/shop.bag.add**', async (route) => {
      await bothPressed
      await route.continue()
    })
  }
  for (const racer of racers) await lookAt(racer, piece)
  const sent = racers.map(({ page }) => page.waitForRequest(/shop\.bag\.add/))
  await Promise.all(racers.map((racer) => buyButton(racer).click()))
  await Promise.all(sent)
  const answers = racers.map(({ page }) => page.waitForResponse(/shop\.bag\.add/))
  release()
  const isWinner = (await Promise.all(answers)).map((answer) => answer.ok())
  expect(isWinner.toSorted()).toEqual([false, true])

  const [winner, loser] = isWinner[0] ? racers : racers.toReversed()
  if (!winner || !loser) throw new Error('two raced')
  await expect(drawer(winner).getByRole('timer')).toHaveText(/^Held /)
  await expect(loser.page.getByText('Someone else was quicker').first()).toBeVisible()
  await expect(loser.page.getByRole('link', { name: 'Bag, empty' })).toBeVisible()

  await test.step('what was refused is no taste; what was agreed to is', async () => {
    await expect.poll(() => signals.get(winner)).toContain('add')
    // Signals go out in their order: with this one, all that came before have.
    await told(loser, 'facet', () => loser.page.goto('/shop?category=coats'))
    expect(signals.get(loser)).not.toContain('add')
  })
  await loser.page.goto('/bag')
  await expect(loser.page.getByRole('heading', { name: 'Your bag is empty' })).toBeVisible()

  expect(await shop.truth.heldUnits(piece.variantId)).toBe(1)
  expect(await shop.truth.bagsWith(piece.variantId)).toBe(1)
})
