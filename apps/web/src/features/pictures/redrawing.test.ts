import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRedrawing, type Redrawable } from './redrawing'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const image = (naturalWidth: number): Redrawable => ({
  naturalWidth,
  src: '/img/shirt.w640.webp',
  srcset: '/img/shirt.w320.webp 320w, /img/shirt.w640.webp 640w',
  currentSrc: 'http://shop.example/img/shirt.w320.webp',
})

test('a piece shown as a sketch is asked for again, by an address the browser does not remember', () => {
  const redrawing = createRedrawing()
  const sketch = image(1)
  redrawing.loaded(sketch)
  vi.advanceTimersByTime(1_300)
  expect(sketch.srcset).toBe('/img/shirt.w320.webp?drawn=1 320w, /img/shirt.w640.webp?drawn=1 640w')
  redrawing.loaded(sketch)
  vi.advanceTimersByTime(2_000)
  expect(sketch.srcset).toContain('w320.webp?drawn=2 320w')
})

test('a finished picture is left alone, and a shop that cannot draw is not asked for ever', () => {
  const redrawing = createRedrawing()
  const finished = image(320)
  redrawing.loaded(finished)
  const hopeless = image(0)
  for (let i = 0; i < 20; i++) {
    redrawing.loaded(hopeless)
    vi.advanceTimersByTime(60_000)
  }
  expect(finished.srcset).not.toContain('drawn')
  expect(hopeless.srcset).toContain('drawn=8')
})

test('nothing is asked for once the page is gone', () => {
  const redrawing = createRedrawing()
  const sketch = image(1)
  redrawing.loaded(sketch)
  redrawing.stop()
  vi.advanceTimersByTime(60_000)
  expect(sketch.srcset).not.toContain('drawn')
})
