import { readE2eEnv } from './env'
import { mutate } from './fixtures/call'
import { expect, test } from './fixtures/test'
import { arriveAtOrder, chooseCard, fillIn, pay } from './steps/checkout-page'
import { lookAt, putInBag } from './steps/product-page'
import { signInAs } from './steps/sign-in'

test('a bag filled as a guest comes along into a new account, and its order stands under "Your orders"', async ({
  visitor,
  shop,
}) => {
  const { page, visit, arrive, calm } = visitor
  const piece = await shop.stock.claim(3)
  const email = `new-${Date.now()}@example.org`
  await lookAt(visitor, piece)
  await putInBag(visitor)

  await visit('/sign-up?to=/bag')
  await page.getByLabel('Name', { exact: true }).fill('Ada Weaver')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('warp-and-weft-1')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await arrive('/bag')
  await expect(page.getByRole('list', { name: 'Pieces in your bag' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('timer')).toHaveText(/^Held /)
  expect(await shop.truth.heldUnits(piece.variantId), 'one hold, not two').toBe(1)

  await page.getByRole('main').getByRole('link', { name: 'Check out' }).click()
  await arrive('/checkout')
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await fillIn(visitor, email)
  await chooseCard(visitor, 'approved')
  await pay(visitor)
  const number = await arriveAtOrder(visitor)

  await visit('/orders')
  await expect(page.getByRole('main').getByRole('link', { name: new RegExp(number) })).toBeVisible()
  await visit(`/orders/${encodeURIComponent(number)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('It is yours')

  await visit('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await arrive('/')
  await visit('/orders')
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
  calm.tolerate(/status of 404/)
  await visit(`/orders/${encodeURIComponent(number)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No order here')
})

test('signing in on another machine brings both bags together; signing out leaves an empty one', async ({
  visitors,
  shop,
}) => {
  const [mine, guests] = [await shop.stock.claim(3), await shop.stock.claim(3)]
  const [home, away] = [await visitors(), await visitors()]
  await signInAs(home, 'shopper', '/account')
  await lookAt(home, mine)
  await putInBag(home)

  await lookAt(away, guests)
  await putInBag(away)
  await signInAs(away, 'shopper', '/bag')
  const lines = away.page.getByRole('list', { name: 'Pieces in your bag' }).getByRole('listitem')
  await expect(lines.filter({ hasText: mine.title })).toHaveCount(1)
  await expect(lines.filter({ hasText: guests.title })).toHaveCount(1)
  expect(await shop.truth.heldUnits(mine.variantId)).toBe(1)
  expect(await shop.truth.heldUnits(guests.variantId)).toBe(1)

  await away.visit('/account')
  await away.page.getByRole('button', { name: 'Sign out' }).click()
  await away.arrive('/')
  await away.visit('/bag')
  await expect(away.page.getByRole('heading', { name: 'Your bag is empty' })).toBeVisible()
})

test('what an account decided about being recognised holds wherever it signs in, and leaves the browser with it', async ({
  visitors,
}) => {
  const visitor = await visitors({ consent: 'undecided' })
  const { page, visit, arrive } = visitor
  const leave = page.getByRole('checkbox', { name: /may learn from what I look at/ })
  await signInAs(visitor, 'shopper', '/account')
  await expect(leave).toBeChecked()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await arrive('/')
  await visit('/account')
  await expect(leave).not.toBeChecked()
})

test('a no that an account gave in one browser stands in another that had said yes, until a yes is said there', async ({
  visitors,
}) => {
  const [one, other] = [await visitors({ consent: 'personal' }), await visitors({ consent: 'personal' })]
  const [email, password] = [`two-${Date.now()}@example.org`, 'warp-and-weft-1']
  const headers = { origin: readE2eEnv().E2E_BASE_URL }
  const made = { data: { name: 'Ada Weaver', email, password }, headers }
  expect((await one.context.request.post('/api/auth/sign-up/email', made)).status()).toBe(200)
  const met = { data: { email, password }, headers }
  expect((await other.context.request.post('/api/auth/sign-in/email', met)).status()).toBe(200)
  const learns = other.page.getByRole('checkbox', { name: /may learn from what I look at/ })
  await other.visit('/account')
  await expect(learns).toBeChecked()

  expect((await mutate(one.context.request, 'shop.privacy.decide', { isPersonal: false })).ok()).toBe(true)
  await other.visit('/account')
  await expect(learns).not.toBeChecked()
  const kept = async () => (await other.context.cookies()).find(({ name }) => name === 'selvedge_consent')?.value
  await expect.poll(kept).toBe('necessary')

  await learns.click()
  await expect(learns).toBeChecked()
  expect(await kept()).toBe('personal')
  await other.visit('/account')
  await expect(learns).toBeChecked()
})
