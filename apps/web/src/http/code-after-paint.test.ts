import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { codeAfterPaint } from './code-after-paint'

const script = (name: string) => `<script src="/_next/static/chunks/${name}.js" async=""></script>`
const HEAD = `<html><head><link rel="stylesheet" href="/a.css"/>${script('react')}${script('shop')}<title>$& 5 €</title></head>`
const SOURCES = ['/_next/static/chunks/react.js', '/_next/static/chunks/shop.js']

/** The page's own code in a browser of which only what it uses is there. */
const comeUp = ({ hidden = false, knowsPaints = true } = {}) => {
  const put: Record<string, unknown>[] = []
  const asked: { paint?: () => void; frame?: (atMs: number) => void; late?: () => void; lateMs?: number } = {}
  class PerformanceObserver {
    static readonly supportedEntryTypes = knowsPaints ? ['mark', 'paint'] : ['mark']
    constructor(private readonly tell: () => void) {}
    observe() {
      asked.paint = this.tell
    }
  }
  const code = /<script>(.*)<\/script><\/head>/s.exec(codeAfterPaint(HEAD))?.[1] ?? ''
  runInNewContext(code, {
    self: { PerformanceObserver },
    addEventListener: () => undefined,
    PerformanceObserver,
    document: {
      hidden,
      createElement: (name: string) => ({ name }),
      head: { append: (one: Record<string, unknown>) => put.push({ ...one }) },
    },
    requestAnimationFrame: (frame: (atMs: number) => void) => {
      asked.frame = frame
    },
    setTimeout: (late: () => void, lateMs: number) => Object.assign(asked, { late, lateMs }),
  })
  return { put, asked }
}
const scripts = SOURCES.map((src) => ({ name: 'script', src, async: true, onerror: expect.any(Function) }))

test('scripts of the head leave it, and all else stays as it was', () => {
  const head = codeAfterPaint(HEAD)
  expect(head).not.toContain('<script src')
  expect(head).toMatch(/^<html><head><link rel="stylesheet" href="\/a.css"\/><title>\$& 5 €<\/title><script>/)
  expect(head.match(/<\/head>/g)).toHaveLength(1)
})

test('a head without scripts of ours is left alone', () => {
  const head = '<html><head><script src="/_next/static/chunks/old.js" noModule=""></script></head>'
  expect(codeAfterPaint(head)).toBe(head)
})

test('code begins when something is painted, and once', () => {
  const { put, asked } = comeUp()
  asked.frame?.(200)
  expect(put).toEqual([])
  asked.paint?.()
  asked.paint?.()
  asked.late?.()
  expect(put).toEqual(scripts)
})

test('where the page was slow to come its code is fetched with the first frame, and run after the paint', () => {
  const { put, asked } = comeUp()
  asked.frame?.(601)
  expect(put).toEqual(
    SOURCES.map((href) => ({ name: 'link', rel: 'preload', as: 'script', fetchPriority: 'low', href })),
  )
  asked.paint?.()
  expect(put.slice(SOURCES.length)).toEqual(scripts)
})

test('a frame after the beginning fetches nothing ahead', () => {
  const { put, asked } = comeUp()
  asked.late?.()
  asked.frame?.(3_500)
  expect(put).toEqual(scripts)
})

test.each([
  ['in a tab that nobody sees', { hidden: true }],
  ['in a browser that tells of no paint', { knowsPaints: false }],
])('%s code begins at once', (_, browser) => {
  expect(comeUp(browser).put).toEqual(scripts)
})

test('a page that paints nothing begins after three seconds', () => {
  const { put, asked } = comeUp()
  expect(asked.lateMs).toBe(3_000)
  asked.late?.()
  expect(put).toEqual(scripts)
})
