import type { Room } from './read-house'
import { isTestCode } from './rooms'

export type Sizes = {
  readonly files: number
  readonly median: number
  readonly p95: number
  readonly over300: readonly { readonly path: string; readonly lines: number }[]
}

/** Lines per file of the production code. */
export const sizes = (house: readonly Room[]): Sizes => {
  const all = house
    .flatMap((room) => room.files.map(({ path, lines }) => ({ path: `${room.folder}/${path}`, lines })))
    .filter(({ path }) => !isTestCode(path) || path.includes('/seed/'))
    .sort((a, b) => a.lines - b.lines)
  const quantile = (q: number): number => all[Math.min(all.length - 1, Math.floor(q * all.length))]?.lines ?? 0
  return {
    files: all.length,
    median: quantile(0.5),
    p95: quantile(0.95),
    over300: all.filter(({ lines }) => lines > 300),
  }
}
