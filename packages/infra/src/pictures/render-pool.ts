import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { PictureFormat } from './picture-format'
import { ENCODING } from './render-picture'

export interface RenderJob {
  readonly path: string
  readonly format: PictureFormat
  /** The drawing, made only when its turn comes: a queue of specifications is lighter than one of SVG texts. */
  readonly svg: () => string
}

/** Threads that turn SVG into picture files. */
export interface RenderPool {
  readonly size: number
  /** Resolves when the file stands under its final name; throws when it could not be rendered. */
  readonly render: (job: RenderJob) => Promise<void>
  readonly close: () => Promise<void>
}

const answerSchema = z.object({ id: z.number(), ok: z.boolean(), reason: z.string().optional() })

interface Seat {
  readonly worker: Worker
  readonly settle: Map<number, { readonly done: () => void; readonly failed: (fault: Error) => void }>
}

/** `workerUrl` says where the worker's file lies when the caller is bundled and `import.meta.url` no longer tells. */
export const createRenderPool = (
  size: number,
  workerUrl = new URL('./render-worker.mjs', import.meta.url),
): RenderPool => {
  const seats: Seat[] = []
  let lastId = 0
  let closed = false

  const hire = (): Seat => {
    // The loader flags of the parent are not inherited: this file is plain JavaScript and starts faster without them.
    const seat: Seat = { worker: new Worker(workerUrl, { execArgv: [] }), settle: new Map() }
    const dismiss = (fault: Error) => {
      const at = seats.indexOf(seat)
      if (at >= 0) seats.splice(at, 1)
      for (const { failed } of seat.settle.values()) failed(fault)
      seat.settle.clear()
    }
    seat.worker.on('message', (message: unknown) => {
      const { id, ok, reason } = answerSchema.parse(message)
      const waiting = seat.settle.get(id)
      seat.settle.delete(id)
      if (seat.settle.size === 0) seat.worker.unref()
      if (ok) waiting?.done()
      else waiting?.failed(new Error(`picture not rendered: ${reason}`))
    })
    seat.worker.on('error', (error: unknown) => dismiss(error instanceof Error ? error : new Error(String(error))))
    seat.worker.on('exit', () => dismiss(new Error('the picture thread ended')))
    // An idle thread must not keep a finished process alive; a rendering one must.
    seat.worker.unref()
    seats.push(seat)
    return seat
  }

  const seatWithLeastWork = (): Seat =>
    seats.length < size ? hire() : seats.reduce((best, seat) => (seat.settle.size < best.settle.size ? seat : best))

  return {
    size,
    render: ({ path, format, svg }) => {
      if (closed) return Promise.reject(new Error('the picture threads are closed'))
      const { worker, settle } = seatWithLeastWork()
      const id = ++lastId
      return new Promise((done, failed) => {
        settle.set(id, { done, failed })
        worker.ref()
        worker.postMessage({ id, svg: svg(), path, format, encoding: ENCODING[format] })
      })
    },
    close: async () => {
      closed = true
      await Promise.all(seats.map(({ worker }) => worker.terminate()))
    },
  }
}
