import type { RenderJob, RenderPool } from './render-pool'

/** `visible`: a page shows the flat drawing meanwhile. `ahead`: nobody waits yet. */
export type Urgency = 'visible' | 'ahead'

interface Waiting {
  readonly job: RenderJob
  readonly start: () => void
  readonly drop: (fault: Error) => void
}

export interface RenderQueue {
  /** The rendering of this file, shared with whoever asked for it before; undefined when the queue is full. */
  readonly add: (job: RenderJob, urgency: Urgency) => Promise<void> | undefined
  readonly close: () => void
}

/** One rendering a thread at a time, what is visible first, newest visible first: the shopper has scrolled on. */
export const createRenderQueue = ({ pool, waitingMax }: { pool: RenderPool; waitingMax: number }): RenderQueue => {
  const lines: Record<Urgency, Waiting[]> = { visible: [], ahead: [] }
  const underWay = new Map<string, Promise<void>>()
  let running = 0

  const pump = (): void => {
    while (running < pool.size) {
      const next = lines.visible.pop() ?? lines.ahead.shift()
      if (!next) return
      running++
      next.start()
    }
  }

  const promote = (path: string): void => {
    const at = lines.ahead.findIndex(({ job }) => job.path === path)
    if (at >= 0) lines.visible.push(...lines.ahead.splice(at, 1))
  }

  return {
    add: (job, urgency) => {
      const shared = underWay.get(job.path)
      if (shared) {
        if (urgency === 'visible') promote(job.path)
        return shared
      }
      if (lines[urgency].length >= waitingMax) return undefined
      const rendering = new Promise<void>((resolve, drop) => {
        const start = () => resolve(pool.render(job))
        lines[urgency].push({ job, start, drop })
      }).finally(() => underWay.delete(job.path))
      underWay.set(job.path, rendering)
      // A dropped or failed rendering frees its thread either way; whoever waits is told through the shared promise.
      const release = () => {
        running--
        pump()
      }
      rendering.then(release, release)
      pump()
      return rendering
    },
    close: () => {
      for (const { drop } of [...lines.visible.splice(0), ...lines.ahead.splice(0)])
        drop(new Error('the picture store was closed'))
    },
  }
}
