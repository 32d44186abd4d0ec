import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import type { BagView, Quote } from '@selvedge/core'
import { answerOf, mutate, query, refusalOf, sendRaw } from './fixtures/call'
import { expect, type Shop, test } from './fixtures/test'

const BAG_COOKIE = 'selvedge_bag'
const ADDRESS = { name: 'Ada Weaver', line1: 'Loomstraat 1', city: 'Leiden', postcode: '2311 AA', country: 'NL' }
const ELSEWHERE = 'https://elsewhere.example'

/** Sends something, expects this answer, and that nothing in the shop is another than before. */
const expectRefused = async (
  { truth }: Shop,
  send: () => Promise<APIResponse>,
  status: number | readonly number[],
  code?: string,
): Promise<void> => {
  const before = await truth.everything()
  const response = await send()
  const answer = `${response.status()} ${(await response.text()).slice(0, 300)}`
  expect([status].flat(), answer).toContain(response.status())
  expect(answer, 'nothing of the inside is told').not.toMatch(/node_modules|postgres|prisma|at async/i)
  if (code) expect(await refusalOf(response), answer).toBe(code)
  expect(await truth.everything(), `changed by ${answer}`).toEqual(before)
}

const add = (request: APIRequestContext, sku: string, quantity: unknown = 1, extra: object = {}) =>
  mutate(request, 'shop.bag.add', { requestId: randomUUID(), sku, quantity, ...extra })

const bagCookie = async (request: APIRequestContext): Promise<string> => {
  const { cookies } = await request.storageState()
  const value = cookies.find(({ name }) => name === BAG_COOKIE)?.value
  if (!value) throw new Error('this browser has no bag')
  return value
}

test.describe('a request that makes no sense is refused clearly and changes nothing', () => {
  for (const quantity of [0, -1, 1.5, 1e9, '2', null, {}])
    test(`a quantity of ${JSON.stringify(quantity)}`, async ({ request, shop }) => {
      const piece = await shop.stock.claim(5)
      await expectRefused(shop, () => add(request, piece.sku, quantity), 400, 'BAD_REQUEST')
      await answerOf(await add(request, piece.sku))
      const [line] = (await answerOf<BagView>(await query(request, 'shop.bag.get'))).lines
      const change = { requestId: randomUUID(), lineId: line?.lineId, quantity }
      await expectRefused(shop, () => mutate(request, 'shop.bag.setQuantity', change), 400, 'BAD_REQUEST')
    })

  test('more pieces than the shop lets one bag have', async ({ request, shop }) => {
    const piece = await shop.stock.claim(50)
    await expectRefused(shop, () => add(request, piece.sku, 4), 400, 'QUANTITY_LIMIT')
  })

  test('a piece that does not exist, and names no piece can have', async ({ request, shop }) => {
    await expectRefused(shop, () => add(request, 'NO-SUCH-SKU'), 404, 'UNKNOWN_SKU')
    for (const sku of ['', 'x'.repeat(65), 42, { $ne: null }]) {
      await expectRefused(
        shop,
        () => mutate(request, 'shop.bag.add', { requestId: randomUUID(), sku, quantity: 1 }),
        400,
      )
    }
    await expectRefused(shop, () => add(request, 'nul\u0000byte'), [400, 404])
    await expectRefused(shop, () => query(request, 'shop.product', { slug: 'nul\u0000byte' }), [400, 404])
  })

  test('a path that is no path, a way of asking that there is not', async ({ request, shop }) => {
    await expectRefused(shop, () => request.get('/api/trpc/shop.bag%2'), 400)
    await expectRefused(shop, () => request.delete('/api/trpc/shop.bag.get'), 400)
    await expectRefused(shop, () => request.get('/api/trpc/shop.bag.get,%2525'), 404)
    await expectRefused(shop, () => request.get('/api/trpc/shop.bag.steal'), 404)
  })

  test('fields that nobody asked for', async ({ request, shop }) => {
    const piece = await shop.stock.claim(5)
    for (const extra of [{ unitPriceMinor: 1 }, { price: 0 }, { cartId: randomUUID() }, { role: 'admin' }])
      await expectRefused(shop, () => add(request, piece.sku, 1, extra), 400, 'BAD_REQUEST')
  })

  test('bodies that are not what the protocol says', async ({ request, shop }) => {
    for (const body of ['{"json":{"sku":', 'null', '[]', '"x"', '', '<xml/>', '{"json":{"__proto__":{"sku":"x"}}}'])
      await expectRefused(shop, () => sendRaw(request, 'shop.bag.add', body), [400, 415])
    const heavy = JSON.stringify({ json: { requestId: randomUUID(), sku: 'x'.repeat(300 * 1024), quantity: 1 } })
    await expectRefused(shop, () => sendRaw(request, 'shop.bag.add', heavy), 413)
  })

  test('a batch larger than any page sends', async ({ request, shop }) => {
    const many = Array.from({ length: 11 }, () => 'shop.bag.get').join(',')
    await expectRefused(shop, () => request.get(`/api/trpc/${many}?batch=1&input=%7B%7D`), [400, 413])
  })

  test('a change by a link, and a procedure that does not exist', async ({ request, shop }) => {
    const piece = await shop.stock.claim(5)
    const asLink = { requestId: randomUUID(), sku: piece.sku, quantity: 1 }
    await expectRefused(shop, () => query(request, 'shop.bag.add', asLink), 405)
    await expectRefused(shop, () => mutate(request, 'shop.bag.empty', {}), 404)
    await expectRefused(shop, () => mutate(request, 'shop.bag.get', {}), 405)
  })

  test('a change that another site sends', async ({ request, shop }) => {
    const piece = await shop.stock.claim(5)
    const input = { requestId: randomUUID(), sku: piece.sku, quantity: 1 }
    for (const headers of [{ origin: ELSEWHERE }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])
      await expectRefused(shop, () => mutate(request, 'shop.bag.add', input, headers), 403, 'FORBIDDEN')
    const form = { form: { json: JSON.stringify(input) }, headers: { origin: ELSEWHERE } }
    await expectRefused(shop, () => request.post('/api/trpc/shop.bag.add', form), [403, 415])
  })
})

test.describe("another shopper's bag stays out of reach", () => {
  test('by its id, by a signature that fits another id, by a cookie that was cut or scribbled on', async ({
    playwright,
    baseURL,
    shop,
  }) => {
    const piece = await shop.stock.claim(5)
    const owner = await playwright.request.newContext({ baseURL: baseURL ?? '' })
    await answerOf(await add(owner, piece.sku))
    const cookie = await bagCookie(owner)
    const [id = '', signature = ''] = cookie.split('.')
    const before = await shop.truth.everything()

    const forged = [id, `${id}.`, `${id}.AAAAAAAAAAAAAAAAAAAAAA`, `${randomUUID()}.${signature}`, cookie.slice(0, -1)]
    for (const value of [...forged, `${cookie}x.y`, '%E0%A4%A', "' OR 1=1 --", '..', 'x'.repeat(3_000)]) {
      const headers = { cookie: `${BAG_COOKIE}=${value}` }
      const thief = await playwright.request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: headers })
      const answer = await query(thief, 'shop.bag.get')
      expect(answer.status(), `bag cookie ${value.slice(0, 60)}`).toBe(200)
      // A signature followed by something else is still our signature of that id only when it is whole.
      if (!value.startsWith(cookie)) expect((await answerOf<BagView>(answer)).lines, value).toEqual([])
      expect((await thief.get('/bag')).status(), `bag page with the cookie ${value.slice(0, 60)}`).toBe(200)
      await thief.dispose()
    }
    expect(await shop.truth.everything()).toEqual(before)
    expect((await answerOf<BagView>(await query(owner, 'shop.bag.get'))).lines).toHaveLength(1)
    await owner.dispose()
  })

  test('its lines cannot be changed from another bag', async ({ playwright, baseURL, shop }) => {
    const piece = await shop.stock.claim(5)
    const [owner, thief] = [
      await playwright.request.newContext({ baseURL: baseURL ?? '' }),
      await playwright.request.newContext({ baseURL: baseURL ?? '' }),
    ]
    const bag = await answerOf<BagView>(await add(owner, piece.sku))
    await answerOf(await add(thief, (await shop.stock.claim(5)).sku))
    const lineId = bag.lines[0]?.lineId
    const requestId = randomUUID()
    await expectRefused(shop, () => mutate(thief, 'shop.bag.setQuantity', { requestId, lineId, quantity: 2 }), 404)
    await expectRefused(shop, () => mutate(thief, 'shop.bag.extend', { lineId }), 404)
    await expectRefused(shop, () => mutate(thief, 'shop.bag.takeAgain', { requestId, lineId }), 404)
    // To remove what is not there is no error, and removes nothing of anybody.
    const before = await shop.truth.everything()
    await mutate(thief, 'shop.bag.remove', { lineId })
    expect(await shop.truth.everything()).toEqual(before)
    await owner.dispose()
    await thief.dispose()
  })
})

test.describe('an order costs what the shop says', () => {
  const order = (expectedTotalMinor: number, extra: object = {}) => ({
    orderId: randomUUID(),
    email: 'forger@example.org',
    address: ADDRESS,
    shippingMethod: 'standard',
    paymentMethod: 'card-approve',
    expectedTotalMinor,
    ...extra,
  })

  test('a forged total or price buys nothing', async ({ request, shop }) => {
    const piece = await shop.stock.claim(5)
    await answerOf(await add(request, piece.sku))
    const quote = await answerOf<Quote>(await query(request, 'shop.checkout.quote', { shippingMethod: 'standard' }))
    const place = (input: object) => () => mutate(request, 'shop.checkout.place', input)
    for (const total of [0, 1, quote.totalMinor - 1, quote.totalMinor + 1])
      await expectRefused(shop, place(order(total)), 409, 'PRICE_CHANGED')
    for (const total of [-1, 0.5, Number.MAX_SAFE_INTEGER * 2])
      await expectRefused(shop, place(order(total)), 400, 'BAD_REQUEST')
    for (const extra of [
      { lines: [{ sku: piece.sku, unitPriceMinor: 1 }] },
      { currency: 'JPY' },
      { discountMinor: 500 },
    ])
      await expectRefused(shop, place(order(quote.totalMinor, extra)), 400, 'BAD_REQUEST')
  })

  test('an order without a bag, without an address, or by a card that does not exist', async ({ request, shop }) => {
    await expectRefused(shop, () => mutate(request, 'shop.checkout.place', order(100)), 412, 'BAG_EMPTY')
    const piece = await shop.stock.claim(5)
    await answerOf(await add(request, piece.sku))
    const bad = [
      { address: { ...ADDRESS, name: '  ' } },
      { address: { ...ADDRESS, country: 'XX' } },
      { address: { ...ADDRESS, planet: 'Mars' } },
      { address: { ...ADDRESS, name: 'nul\u0000byte' } },
      { email: 'not an address' },
      { paymentMethod: 'card-free' },
      { shippingMethod: 'by-owl' },
      { orderId: '1' },
    ]
    const { totalMinor } = await answerOf<Quote>(
      await query(request, 'shop.checkout.quote', { shippingMethod: 'standard' }),
    )
    for (const extra of bad)
      await expectRefused(shop, () => mutate(request, 'shop.checkout.place', order(totalMinor, extra)), 400)
  })
})

test.describe('what is private stays private', () => {
  test('a session that has ended or never was is a guest', async ({ playwright, baseURL, shop }) => {
    for (const value of ['expired-token.c2lnbmF0dXJl', '', '%E0%A4%A', 'x'.repeat(500)]) {
      const cookie = `selvedge.session_token=${value}; selvedge.session_data=${value}`
      const guest = await playwright.request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { cookie } })
      await expectRefused(shop, () => query(guest, 'shop.orders.mine', {}), 401, 'UNAUTHORIZED')
      await expectRefused(shop, () => query(guest, 'admin.figures.now'), 401, 'UNAUTHORIZED')
      await guest.dispose()
    }
  })

  test('an order is found by its whole link only', async ({ request, shop }) => {
    for (const input of [{ number: 'S-0001' }, { number: 'S-0001', accessToken: 'guess' }, { number: "' OR 1=1" }])
      await expectRefused(shop, () => query(request, 'shop.orders.byNumber', input), 404, 'ORDER_NOT_FOUND')
    await expectRefused(shop, () => query(request, 'shop.orders.byNumber', { number: 'x'.repeat(500) }), 400)
  })
})

test.describe('an address that leads nowhere says so', () => {
  for (const path of [
    '/nowhere',
    '/p/no-such-piece',
    '/orders/S-0000',
    '/img/nothing.w480.webp',
    '/api/trpc/shop.product?input=%7B%22json%22%3A%7B%22slug%22%3A%22no-such%22%7D%7D',
  ])
    test(`${path} was not found`, async ({ request, shop }) => {
      await expectRefused(shop, () => request.get(path), 404)
    })

  for (const path of ['/p/no-such-piece', '/p/%00', '/p/..%2f..%2fetc%2fpasswd'])
    test(`${path} tells people and search engines that there is no such piece`, async ({ visitor }) => {
      visitor.calm.tolerate(/status of 40[04]/)
      await visitor.visit(path)
      await expect(visitor.page.getByRole('heading', { level: 1 })).toHaveText('Nothing hangs here')
      await expect(visitor.page.locator('meta[name="robots"][content*="noindex"]').first()).toBeAttached()
    })

  test('a mistyped filter still shows a listing', async ({ request }) => {
    const odd = [
      'sort=upside-down',
      'page=-1',
      'page=1e9',
      'min=abc&max=-5',
      'size=%00',
      'colour=a%22b',
      `q=${'x'.repeat(900)}`,
    ]
    for (const parameters of odd) {
      const response = await request.get(`/shop?${parameters}`)
      expect(response.status(), parameters).toBe(200)
    }
  })

  test('a listing asked for by program is checked field by field', async ({ request, shop }) => {
    for (const input of [
      { page: 0 },
      { page: 1.5 },
      { priceMinMinor: -1 },
      { sort: 'x' },
      { size: 'M' },
      { limit: 1e6 },
    ])
      await expectRefused(shop, () => query(request, 'shop.listing', input), 400, 'BAD_REQUEST')
  })
})
