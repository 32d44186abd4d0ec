import { expect, test, type Visitor } from './fixtures/test'
import { addressOf, buyButton, drawer, sizeButton } from './steps/product-page'
import { loginOf } from './steps/sign-in'

/** From here on code takes its time: what is pressed meanwhile nobody hears but the page itself. */
const letCodeWait = async ({ page }: Visitor): Promise<() => void> => {
  let arrive = (): void => undefined
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(/\/_next\/static\/chunks\/.*\.js/, async (route) => {
    await arrived
    await route.continue()
  })
  return arrive
}

test('what is pressed before the code is there is answered once it is: a size, then the bag', async ({
  visitor,
  shop,
}) => {
  const piece = await shop.stock.claim(3)
  const arrive = await letCodeWait(visitor)
  await visitor.page.goto(addressOf(piece), { waitUntil: 'commit' })
  await sizeButton(visitor, piece).click()
  await expect(sizeButton(visitor, piece)).toHaveAttribute('data-kept')
  await expect(sizeButton(visitor, piece)).toHaveAttribute('aria-pressed', 'false')
  await buyButton(visitor).click()
  arrive()
  await expect(drawer(visitor).getByRole('timer').first()).toHaveText(/^Held \d+:\d\d$/)
  await expect(visitor.page.locator('[data-kept]')).toHaveCount(0)
  expect(await shop.truth.heldUnits(piece.variantId)).toBe(1)
})

test('a password that is sent too early is in no address, and signs in once the code is there', async ({ visitor }) => {
  const { page } = visitor
  const { email, password } = loginOf('shopper')
  const arrive = await letCodeWait(visitor)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest()) sent.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  await page.goto('/sign-in?to=%2Forders', { waitUntil: 'commit' })
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  const signIn = page.getByRole('main').getByRole('button', { name: 'Sign in' })
  await signIn.click()
  await expect(signIn).toHaveAttribute('data-kept')
  expect(new URL(page.url()).search).toBe('?to=%2Forders')
  arrive()
  await visitor.arrive('/orders')
  expect(sent).toEqual(['GET /sign-in', 'GET /orders'])
})
