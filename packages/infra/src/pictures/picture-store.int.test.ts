import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { GarmentPicture } from './garment-picture'
import { createPictureStore, type PictureStore } from './picture-store'

const shirt: GarmentPicture = {
  garment: 'shirt',
  colourHex: '#2f6858',
  pattern: 'stripe',
  fabric: 'linen',
  view: 'front',
  seed: 4,
}

let dir: string
let store: PictureStore
const faults: string[] = []

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pictures-'))
  faults.length = 0
  store = createPictureStore({ dir, workers: 1, onFault: (fault, key) => faults.push(`${key}: ${fault.message}`) })
})
afterEach(async () => {
  await store.close()
  await rm(dir, { recursive: true })
})

const untilReady = async (spec: GarmentPicture, width: number) => {
  for (let tries = 0; tries < 400; tries++) {
    const picture = await store.get(spec, width)
    if (picture.kind === 'ready') return picture
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`never rendered; faults: ${faults.join(', ')}`)
}

test('a page gets a flat drawing at once and the finished picture soon after', async () => {
  const first = await store.get(shirt, 300)
  expect(first).toMatchObject({ kind: 'pending' })
  if (first.kind === 'pending') expect(first.flatSvg).toMatch(/^<svg .*width="3"/)

  const { path, etag } = await untilReady(shirt, 300)
  expect(await sharp(path).metadata()).toMatchObject({ format: 'webp', width: 360, height: 480 })
  expect(await store.get({ ...shirt }, 360)).toEqual({ kind: 'ready', path, etag })
})

test('until its own width is there, a page gets another width of the picture rather than a sketch', async () => {
  const { path } = await untilReady(shirt, 480)
  expect(await store.get(shirt, 360)).toMatchObject({ kind: 'near', path })
  expect((await untilReady(shirt, 360)).path).not.toBe(path)
})

test('a hundred shoppers asking for one picture cost one rendering', async () => {
  await Promise.all(Array.from({ length: 100 }, () => store.get(shirt, 160)))
  const { path } = await untilReady(shirt, 160)
  const { mtimeMs } = await stat(path)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect((await stat(path)).mtimeMs).toBe(mtimeMs)
  expect((await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.webp'))).toHaveLength(1)
})

test('pictures are warmed ahead with progress, and nothing is rendered twice', async () => {
  const specs = [shirt, { ...shirt, garment: 'boot' as const }, shirt]
  const seen: number[] = []
  expect(await store.warm(specs, [160], ({ done }) => seen.push(done))).toEqual({ done: 3, failed: 0, total: 3 })
  expect(seen.at(-1)).toBe(3)
  expect(await store.get(shirt, 160)).toMatchObject({ kind: 'ready' })
  expect(await store.warm(specs, [160])).toEqual({ done: 3, failed: 0, total: 3 })
  expect(faults).toEqual([])
})

test('the thread that answers shoppers is never held up by a rendering', async () => {
  const specs = Array.from({ length: 4 }, (_, seed) => ({ ...shirt, seed }))
  const before = performance.eventLoopUtilization()
  await store.warm(specs, [480])
  // One rendering at this width takes several hundred milliseconds of CPU; here the loop only hands out the drawings.
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.3)
})
