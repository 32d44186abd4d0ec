/// <reference lib="dom" />
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import type { Coming } from './score'

/** A phone of the middle, as Lighthouse takes it: its glass, a fourth of this processor, and a slow line. */
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true }
const SLOWER = 4
/** 1.6 Mbit/s with 150 ms to a server and back, a request of which costs three and three quarters of that. */
const LINE = { latency: 562.5, downloadThroughput: (1_474.56 * 1_000) / 8, uploadThroughput: (675 * 1_000) / 8 }
/** What is started by a pause of the page comes within this time after it has loaded. */
const SETTLED_MS = 5_000

/** Runs in the page as it is written, before the page's own scripts. */
const WATCH = fileURLToPath(new URL('./watch-coming.js', import.meta.url))
const UNSEEN: Coming = { firstPaint: 0, largestPaint: 0, blocked: 0, layoutShift: 0 }

export type Visit = Coming & {
  /** Time that the page's thread worked, in ms at a fourth of the speed. */
  readonly worked: number
  readonly scripts: number
  /** kB of code as it came over the line. */
  readonly codeKb: number
}

/** Opens an address as somebody who was never there, on a slow phone, and touches nothing. */
export const visit = async (browser: Browser, address: string, { scripts }: { scripts: boolean }): Promise<Visit> => {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: scripts, serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...LINE })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const ofCode = new Set<string>()
    let codeBytes = 0
    devtools.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && ofCode.add(requestId))
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (ofCode.has(requestId)) codeBytes += encodedDataLength
    })
    await page.addInitScript({ path: WATCH })
    await page.goto(address, { waitUntil: 'load', timeout: 60_000 })
    await page.waitForTimeout(SETTLED_MS)
    const { metrics } = await devtools.send('Performance.getMetrics')
    const worked = 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
    // Where scripts are off nobody watches.
    return { ...(scripts ? await comingOf(page) : UNSEEN), worked, scripts: ofCode.size, codeKb: codeBytes / 1_000 }
  } finally {
    await context.close()
  }
}

type Watched = typeof globalThis & { coming?: Omit<Coming, 'blocked'> & { tasks: { at: number; ms: number }[] } }

const comingOf = (page: Page): Promise<Coming> =>
  page.evaluate(() => {
    const { coming } = globalThis as Watched
    if (!coming) throw new Error('the page was not watched')
    const { tasks, ...rest } = coming
    const blocked = tasks
      .filter(({ at, ms }) => at + ms > rest.firstPaint)
      .reduce((sum, { at, ms }) => sum + Math.max(0, Math.min(ms, at + ms - rest.firstPaint) - 50), 0)
    return { ...rest, blocked }
  })
