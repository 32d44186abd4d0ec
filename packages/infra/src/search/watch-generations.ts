import type { Generations } from './generations'

/** What answers of the index are remembered under. */
export type Indexed = 'search' | 'buyable'

export type GenerationWatch = {
  /** As of the last look. */
  current(): Generations
  /** When this generation was first seen to be over (epoch ms); undefined while it is the current one. */
  overSinceMs(which: Indexed, generation: number): number | undefined
  /** Called after each look that found a counter risen. */
  onRise(listener: (now: Generations, before: Generations) => void): void
  stop(): void
}

export type WatchOptions = {
  readonly read: () => Promise<Generations>
  readonly intervalMs?: number
  readonly nowMs?: () => number
  /** Told once when the counters stop answering; they are asked on, and caches live by their own age meanwhile. */
  readonly onFault: (fault: unknown) => void
}

// Rises remembered: at a look each quarter second, some 30 s of steady change.
const REMEMBERED = 128

/** Looks at the counters every `intervalMs` (250 by default). */
export function watchGenerations({ read, intervalMs = 250, nowMs = Date.now, onFault }: WatchOptions): GenerationWatch {
  let now: Generations | undefined
  let isFailing = false
  let isLooking = false
  const rises: Record<Indexed, { readonly to: number; readonly atMs: number }[]> = { search: [], buyable: [] }
  const listeners: ((now: Generations, before: Generations) => void)[] = []

  const notice = (next: Generations): void => {
    const before = now
    now = next
    if (!before) return
    for (const which of ['search', 'buyable'] as const) {
      if (next[which] === before[which]) continue
      rises[which].push({ to: next[which], atMs: nowMs() })
      if (rises[which].length > REMEMBERED) rises[which].shift()
    }
    if (next.search === before.search && next.buyable === before.buyable && next.catalog === before.catalog) return
    for (const listener of listeners) listener(next, before)
  }
  const look = async (): Promise<void> => {
    if (isLooking) return
    isLooking = true
    try {
      notice(await read())
      isFailing = false
    } catch (fault) {
      if (!isFailing) onFault(fault)
      isFailing = true
    } finally {
      isLooking = false
    }
  }
  const timer = setInterval(() => void look(), intervalMs)
  timer.unref()
  void look()
  return {
    current: () => now ?? { search: 0, buyable: 0, catalog: 0 },
    overSinceMs: (which, generation) => {
      if (generation === (now?.[which] ?? 0)) return undefined
      return rises[which].find((rise) => rise.to > generation)?.atMs ?? 0
    },
    onRise: (listener) => void listeners.push(listener),
    stop: () => clearInterval(timer),
  }
}
