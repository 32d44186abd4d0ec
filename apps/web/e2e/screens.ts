import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { DEMO_LOGINS } from '@selvedge/db/seed'
import { chromiumFlags, cloneRoot, findChromium } from '@selvedge/stack'

/**
 * Takes the named screens of the README and docs from a running shop, on a phone and a desk, by day and night:
 * `npx tsx e2e/screens.ts http://127.0.0.1:3000`.
 */
const [address = 'http://127.0.0.1:3000'] = process.argv.slice(2)
const folder = join(cloneRoot(), 'docs', 'screens')

const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('load')
  // Pictures that were only sketched are drawn by now and fetched again.
  await page.waitForTimeout(1_500)
}

const signIn = async (page: Page): Promise<void> => {
  const login = DEMO_LOGINS.find((known) => known.role === 'merchandiser')
  if (!login) throw new Error('there is no merchandiser to sign in')
  await page.request.post(`${address}/api/auth/sign-in/email`, {
    headers: { origin: address },
    data: { email: login.email, password: login.password },
  })
}

const shoot = async (page: Page, name: string, suffix: string): Promise<void> => {
  await settle(page)
  await page.screenshot({ path: join(folder, `${name}-${suffix}.png`) })
  process.stdout.write(`${name}-${suffix}\n`)
}

const executablePath = findChromium()
const browser = await chromium.launch({
  args: chromiumFlags(),
  ...(executablePath === undefined ? {} : { executablePath }),
})
mkdirSync(folder, { recursive: true })
for (const width of [390, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const suffix = `${width}-${colorScheme}`
    const context = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme })
    const page = await context.newPage()
    await page.goto(`${address}/`)
    await shoot(page, 'home', suffix)
    await page.goto(`${address}/shop`)
    await shoot(page, 'listing', suffix)
    const product = await page.locator('a[href^="/p/"]').first().getAttribute('href')
    await page.goto(`${address}${product}`)
    await shoot(page, 'product', suffix)
    await page.goto(`${address}/search?q=linen`)
    await shoot(page, 'search', suffix)
    const sku = await page.request
      .get(
        `${address}/api/trpc/shop.product?input=${encodeURIComponent(JSON.stringify({ json: { slug: product?.slice(3).split('?')[0] } }))}`,
      )
      .then(async (answer) => {
        const body = (await answer.json()) as {
          result: { data: { json: { stock: { sku: string; available: number }[] } } }
        }
        return body.result.data.json.stock.find((stock) => stock.available > 0)?.sku
      })
    await page.request.post(`${address}/api/trpc/shop.bag.add`, {
      data: { json: { requestId: crypto.randomUUID(), sku, quantity: 1 } },
    })
    await page.goto(`${address}/bag`)
    await shoot(page, 'bag', suffix)
    await page.goto(`${address}/checkout`)
    await shoot(page, 'checkout', suffix)
    await signIn(page)
    await page.goto(`${address}/admin`)
    await shoot(page, 'admin', suffix)
    await page.goto(`${address}/admin/stock`)
    await shoot(page, 'admin-stock', suffix)
    await context.close()
  }
}
await browser.close()
