import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from '@selvedge/stack'
import { readE2eEnv } from './e2e/env'

const chromium = findChromium()
const WALK = 'every-page.spec.ts'
/** Takes an engine away from everybody: only when nobody else is in the shop. */
const OUTAGES = 'without-redis.spec.ts'

/**
 * Journeys against a running shop (E2E_BASE_URL) and the database behind it (DATABASE_URL). One at a time: a journey may
 * shorten how long holds last for everybody, and two cores are busy enough with shop, engines and browser. The walk over
 * every page changes nothing but a bag of its own and keeps a browser busy, not the shop: two at a time. Not retried: a journey that passes
 * the second time has found something.
 */
export default defineConfig({
  testDir: './e2e',
  testMatch: '*.spec.ts',
  workers: 2,
  projects: [
    { name: 'journeys', testIgnore: [WALK, OUTAGES], outputDir: './test-results/journeys', workers: 1 },
    {
      name: 'pages',
      testMatch: WALK,
      outputDir: './test-results/pages',
      fullyParallel: true,
      // What it finds it names by page, rule and element: nobody looks at a picture of each step for that.
      use: { trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false } },
    },
    { name: 'outages', testMatch: OUTAGES, outputDir: './test-results/outages', workers: 1 },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: readE2eEnv().E2E_BASE_URL,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // Without a film of every step, which would take the shop its processor.
    trace: { mode: 'retain-on-failure', screenshots: false },
    // A moving picture is never the same twice; motion has its own setting in every system, and the shop follows it.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { args: chromiumFlags(), ...(chromium ? { executablePath: chromium } : {}) },
  },
})
