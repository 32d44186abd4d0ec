import { chromium } from '@playwright/test'
import { chromiumFlags, ensureChromium } from '@selvedge/stack'
import { median } from './harness/figures'
import type { BenchOptions } from './harness/options'
import { withShop } from './harness/own-shop'
import { report, say } from './harness/report'
import { scoreOf } from './pages/score'
import { type Visit, visit } from './pages/visit'

const KEYS = ['firstPaint', 'largestPaint', 'blocked', 'layoutShift', 'worked', 'codeKb', 'scripts'] as const

/** By key the median of several visits. */
const middleOf = (visits: readonly Visit[]): Visit => {
  const of = (key: (typeof KEYS)[number]) => median(visits.map((one) => one[key]))
  return {
    firstPaint: of('firstPaint'),
    largestPaint: of('largestPaint'),
    blocked: of('blocked'),
    layoutShift: of('layoutShift'),
    worked: of('worked'),
    codeKb: of('codeKb'),
    scripts: of('scripts'),
  }
}

/**
 * Front page, listing and product page as they come up on a slow phone that was never there: what is painted when, how
 * long the page answers nobody, and what its code weighs; beside each the same page without scripts. The machine serves the shop at the
 * same time, so a busy one shows in every figure.
 */
export const pages = async ({ quick }: BenchOptions): Promise<void> => {
  const visits = quick ? 3 : 9
  const metrics: Record<string, number> = {}
  const baseline: Record<string, number> = {}
  await withShop(240, async ({ address }) => {
    const executablePath = ensureChromium(say)
    const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath ? { executablePath } : {}) })
    try {
      const [product = ''] = /\/p\/[a-z0-9-]+/.exec(await (await fetch(`${address}/shop`)).text()) ?? []
      for (const [name, path] of [
        ['home', '/'],
        ['listing', '/shop'],
        ['product', product],
      ] as const) {
        // The shop has made the page and its pictures before, and the browser has painted.
        await visit(browser, address + path, { scripts: true })
        const live: Visit[] = []
        const still: Visit[] = []
        for (let n = 0; n < visits; n += 1) {
          live.push(await visit(browser, address + path, { scripts: true }))
          if (n % 3 === 0) still.push(await visit(browser, address + path, { scripts: false }))
        }
        const [with_, without] = [middleOf(live), middleOf(still)]
        const scores = live.map(scoreOf)
        for (const key of KEYS) metrics[`${name}_${key}`] = with_[key]
        metrics[`${name}_score`] = median(scores)
        baseline[`${name}_worked_without_scripts`] = without.worked
        say(
          `${name}: first paint ${with_.firstPaint.toFixed(0)} ms, largest ${with_.largestPaint.toFixed(0)}, blocked ${with_.blocked.toFixed(0)}, shift ${with_.layoutShift.toFixed(3)}; ` +
            `${with_.codeKb.toFixed(0)} kB of code in ${with_.scripts} files; the thread worked ${with_.worked.toFixed(0)} ms, ${(with_.worked / without.worked).toFixed(1)} times what it does without scripts (${without.worked.toFixed(0)}); ` +
            `score ${median(scores).toFixed(0)} (${Math.min(...scores).toFixed(0)} to ${Math.max(...scores).toFixed(0)})`,
        )
      }
    } finally {
      await browser.close()
    }
  })
  report('pages', metrics, baseline)
}
