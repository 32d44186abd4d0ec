import { laterDaysOf, NOBODY, type ShopperView } from '@selvedge/core'
import { createPool, trainTogether } from '@selvedge/db'
import { seedDatabase } from '@selvedge/db/seed'
import { type ShownPiece, watchBuyable } from '@selvedge/db/testing'
import { DEFAULT_PLANS } from '@selvedge/recs'
import type { FeedUrls } from './feed/open-engine'
import type { BenchOptions } from './harness/options'
import { withStack } from './harness/own-stack'
import { report, say } from './harness/report'
import { step } from './harness/step'
import { openFeed } from './recs-stock/feed-of-shop'
import { startFlipping } from './recs-stock/flip-stock'

const PRODUCTS = 2_000
const CHECKED = 100_000
const LENGTH = 24
const TOLD_EVERY = 400
const WITHIN_DAYS = laterDaysOf('for-you', DEFAULT_PLANS['for-you'])
const CATEGORIES = ['tops', 'knitwear', 'bottoms', 'dresses', 'outerwear', 'shoes', 'accessories']

const wearing = (size: string): ShopperView => ({
  ...NOBODY,
  sizes: new Map(CATEGORIES.map((category) => [category, [size]])),
})
const PEOPLE: ReadonlyMap<string, ShopperView> = new Map([
  ['u:small', wearing('S')],
  ['u:medium', wearing('M')],
  ['u:large', wearing('L')],
  ['u:unknown', NOBODY],
])

/**
 * Never sold out: every piece that is recommended while the pieces on the page sell out and come back, judged by the
 * ledger afterwards. A violation could not be bought, by that shopper, at any moment of the second before the answer; nor
 * promised by the day that its card said, where it was shown as one to have later.
 */
export const recsStock = async ({ quick }: BenchOptions): Promise<void> => {
  await withStack(['postgres', 'redis'], async ({ urls }, databaseUrl) => {
    const pool = createPool(databaseUrl, { max: 4, applicationName: 'bench-seed', statementTimeoutMs: 300_000 })
    await step(`${PRODUCTS} products seeded`, () =>
      seedDatabase(pool, { products: PRODUCTS, seed: 7, grid: { colours: 2, sizes: 3 } }),
    )
    await step('bought together trained', () => trainTogether(pool, new Date()))
    await pool.end()
    await check({ DATABASE_URL: databaseUrl, REDIS_URL: urls.REDIS_URL }, quick ? CHECKED / 10 : CHECKED)
  })
}

async function check(urls: FeedUrls, pieces: number): Promise<void> {
  const feed = await step('feed opened', () => openFeed(urls, PEOPLE))
  const watch = await step('watch set', () => watchBuyable(feed.pool))
  const names = [...PEOPLE.keys()]
  const shown: ShownPiece[] = []
  let [answers, standIns] = [0, 0]
  let onPage: number[] = []
  const flipping = startFlipping(
    urls.DATABASE_URL,
    () => onPage.splice(Math.floor(Math.random() * onPage.length), 1)[0],
  )
  const startedAt = performance.now()
  while (shown.length < pieces) {
    const person = names[answers % names.length] ?? ''
    const { items, degraded } = await feed.service.answer({ placement: 'for-you', person, length: LENGTH })
    const atMs = Date.now()
    const sizes = PEOPLE.get(person)?.sizes
    for (const { card, later } of items) {
      const worn = sizes?.get(card.category)
      shown.push({
        productId: card.productId,
        atMs,
        ...(later === undefined ? {} : { later: { shipsBy: later.shipsBy, withinDays: WITHIN_DAYS } }),
        ...(worn === undefined ? {} : { sizes: worn }),
      })
    }
    answers += 1
    if (answers % TOLD_EVERY === 0) say(`  ${shown.length} pieces shown, ${standIns} stand-in answers`)
    if (degraded.includes('engine')) standIns += 1
    onPage = items.map(({ card }) => card.productId)
    // The engine answers faster than stock moves: at its own pace it would see the same page again and again.
    if (answers % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const seconds = (performance.now() - startedAt) / 1_000
  await flipping.stop()
  const { violations, timesSoldOut } = await step('pieces judged by the ledger', () => watch.judge(shown))
  await feed.close()
  say(`${shown.length} pieces in ${answers} answers over ${flipping.flips()} flips: ${violations.length} violations`)
  report(
    'recs-stock',
    {
      checked: shown.length,
      checked_later: shown.filter(({ later }) => later !== undefined).length,
      violations: violations.length,
      flips: flipping.flips(),
      skus_sold_out: timesSoldOut,
      answers_per_s: answers / seconds,
      stand_in_answers: standIns,
    },
    {},
  )
  if (violations.length > 0) throw new Error(`${violations.length} pieces could not be bought when they were shown`)
}
