import { expect, test } from './fixtures/test'

/** What a phone takes in before a page answers, unpacked; React and Next are some 450 kB of it. */
const MOST_KB = 720
/** Words of zod's own: it reads what comes in on the server and in forms, 110 kB that no page of the shop starts with. */
const PARSER = 'invalid_union'

/** What a page starts with: listed in its head to be begun after the paint, and a script of its own at its foot. */
const sourcesIn = (html: string): string[] =>
  [...html.matchAll(/(?:<script src=|[[,])"(\/_next\/static\/chunks\/[^"]+\.js)"(?! noModule)/g)].map(
    ([, src = '']) => src,
  )

test('front page, listing and product page start with little code, and without the parser of forms', async ({
  request,
  shop,
}) => {
  const { slug } = await shop.stock.claim(1)
  const read = async (address: string): Promise<string> => (await request.get(address)).text()
  const sources = new Map<string, string>()
  for (const page of ['/', '/shop', `/p/${slug}`]) {
    const own = new Set(sourcesIn(await read(page)))
    expect(own.size, `${page} names its scripts`).toBeGreaterThan(5)
    let bytes = 0
    for (const src of own) {
      const source = sources.get(src) ?? (await read(src))
      sources.set(src, source)
      bytes += source.length
      expect(source.includes(PARSER), `${page} starts with zod, in ${src}: which of its modules needs it?`).toBe(false)
    }
    expect(bytes / 1000, `kB of code that ${page} starts with`).toBeLessThan(MOST_KB)
  }
})

test('a page is painted before its code begins', async ({ visitor: { page, visit } }) => {
  await page.addInitScript(() => {
    const begun = () => document.querySelectorAll('head script[src^="/_next/static/chunks/"][async]').length
    // Hears of the paint before the page does, which comes up after this.
    const watch = new PerformanceObserver(() => {
      watch.disconnect()
      Object.assign(window, { begun, begunAtPaint: begun() })
    })
    watch.observe({ type: 'paint', buffered: true })
  })
  const paintedAfterMs = () =>
    page.evaluate(() => {
      const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0) - (way?.responseStart ?? 0)
    })
  for (const address of ['/', '/shop']) {
    await visit(address)
    // What paints nothing for three seconds begins by a rule of its own: then a busy machine is asked once more.
    if ((await paintedAfterMs()) > 2_500) await visit(address)
    expect(await page.evaluate(() => Object(window).begunAtPaint), `${address} has begun when it is painted`).toBe(0)
    expect(await page.evaluate(() => Object(window).begun()), `${address} has code of its own`).toBeGreaterThan(5)
  }
})
