import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { drawGarment } from './draw-garment'
import type { GarmentPicture } from './garment-picture'
import { clampWidth, DRAWING_VERSION, type PictureFormat, type PictureWidth, widthsAround } from './picture-format'
import { pictureKey } from './picture-key'
import { renderFlat } from './render-picture'
import { createRenderPool } from './render-pool'
import { createRenderQueue } from './render-queue'

export type StoredPicture =
  | { readonly kind: 'ready'; readonly path: string; readonly etag: string }
  /** The same picture in another width, while the one that was asked for is being made. */
  | { readonly kind: 'near'; readonly path: string; readonly etag: string }
  | { readonly kind: 'pending'; readonly flatSvg: string }

export interface WarmProgress {
  readonly done: number
  readonly failed: number
  readonly total: number
}

export interface PictureStore {
  /** The file of the picture; while it is being made another width of it, or a flat drawing. Never renders on the calling thread. */
  readonly get: (spec: GarmentPicture, width: number, format?: PictureFormat) => Promise<StoredPicture>
  /** Renders what is not there yet, behind whatever a page waits for; resolves when all are settled. */
  readonly warm: (
    specs: readonly GarmentPicture[],
    widths: readonly number[],
    onProgress?: (progress: WarmProgress) => void,
  ) => Promise<WarmProgress>
  readonly close: () => Promise<void>
}

export interface PictureStoreOptions {
  readonly dir: string
  readonly workers: number
  /** Pictures that may wait for pages; past it `get` still answers with the flat drawing and the picture is left for later. */
  readonly queueMax?: number
  readonly workerUrl?: URL
  /** Told once for each picture that could not be rendered. */
  readonly onFault?: (fault: Error, key: string) => void
}

interface Place {
  readonly key: string
  readonly format: PictureFormat
  readonly etag: string
  readonly folder: string
  readonly path: string
}

/** Pictures on disk, named by the hash of what they show; equal pictures are rendered once. */
export const createPictureStore = (options: PictureStoreOptions): PictureStore => {
  const pool = createRenderPool(options.workers, options.workerUrl)
  const queue = createRenderQueue({ pool, waitingMax: options.queueMax ?? 400 })

  const place = (key: string, width: number, format: PictureFormat): Place => {
    const hash = createHash('sha256').update(`${DRAWING_VERSION} ${key} ${width} ${format}`).digest('hex')
    const etag = hash.slice(0, 32)
    const folder = join(options.dir, etag.slice(0, 2))
    return { key, format, etag, folder, path: join(folder, `${etag}.${format}`) }
  }

  /**
   * A file is there before its job is forgotten: looked for in the same breath, a picture is either there or still being
   * made. With a moment in between it was made twice.
   */
  const add = (...asked: Parameters<typeof queue.add>): ReturnType<typeof queue.add> =>
    existsSync(asked[0].path) ? undefined : queue.add(...asked)

  let closed = false
  // Renderings cut short by closing are not faults.
  const report = (fault: unknown, key: string): void => {
    if (!closed) options.onFault?.(fault instanceof Error ? fault : new Error(String(fault)), key)
  }

  const nearest = async (
    key: string,
    width: PictureWidth,
    format: PictureFormat,
  ): Promise<StoredPicture | undefined> => {
    for (const other of widthsAround(width)) {
      const at = place(key, other, format)
      if (await exists(at.path)) return { kind: 'near', path: at.path, etag: at.etag }
    }
    return undefined
  }

  return {
    get: async (spec, wanted, format = 'webp') => {
      const width = clampWidth(wanted)
      const key = pictureKey(spec)
      const at = place(key, width, format)
      if (await exists(at.path)) return { kind: 'ready', path: at.path, etag: at.etag }
      await mkdir(at.folder, { recursive: true })
      const near = await nearest(key, width, format)
      const job = { path: at.path, format, svg: () => drawGarment(spec, { width }) }
      add(job, near ? 'ahead' : 'visible')?.catch((fault: unknown) => report(fault, key))
      return near ?? { kind: 'pending', flatSvg: renderFlat(spec) }
    },

    warm: async (specs, widths, onProgress) => {
      const wanted = specs.flatMap((spec) => [...new Set(widths.map(clampWidth))].map((width) => ({ spec, width })))
      let [done, failed, next] = [0, 0, 0]
      const total = wanted.length
      // Each lane asks for its next picture only when its last is done, so a long list never fills the queue.
      const lane = async (): Promise<void> => {
        for (let item = wanted[next++]; item; item = wanted[next++]) {
          const { spec, width } = item
          const at = place(pictureKey(spec), width, 'webp')
          try {
            if (!(await exists(at.path))) {
              await mkdir(at.folder, { recursive: true })
              await add({ path: at.path, format: at.format, svg: () => drawGarment(spec, { width }) }, 'ahead')
            }
            done++
          } catch (fault) {
            failed++
            report(fault, at.key)
          }
          onProgress?.({ done, failed, total })
        }
      }
      await Promise.all(Array.from({ length: pool.size * 2 }, lane))
      return { done, failed, total }
    },

    close: async () => {
      closed = true
      queue.close()
      await pool.close()
    },
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
