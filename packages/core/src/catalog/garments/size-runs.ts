import type { Department } from './departments'
import { GARMENTS, type GarmentId } from './garment-types'
import { SIZES, type Size, type SizeSystem } from './size-systems'

/** The sizes one garment is cut in, smallest first, and how its demand spreads over them (weights sum to 1). */
export type SizeRun = {
  readonly system: SizeSystem
  readonly sizes: readonly Size[]
  readonly weights: readonly number[]
}

type Span = { readonly from: string; readonly to: string; readonly peak: string; readonly spread: number }

// Where the curve peaks and how wide it is, in steps of the run: middle sizes carry a season, ends sell to few.
const SPANS: Readonly<Record<SizeSystem, Readonly<Record<Department, Span>>>> = {
  alpha: {
    women: { from: 'XXS', to: 'XL', peak: 'S', spread: 1.35 },
    men: { from: 'XS', to: 'XXL', peak: 'M', spread: 1.4 },
    unisex: { from: 'XXS', to: 'XXL', peak: 'M', spread: 1.5 },
  },
  dress: same({ from: 'D32', to: 'D46', peak: 'D38', spread: 1.7 }),
  tailoring: same({ from: 'T44', to: 'T56', peak: 'T50', spread: 1.5 }),
  'waist-length': {
    women: { from: 'W24L30', to: 'W32L34', peak: 'W27L32', spread: 2.1 },
    men: { from: 'W28L30', to: 'W38L34', peak: 'W32L32', spread: 2.4 },
    unisex: { from: 'W26L30', to: 'W38L34', peak: 'W31L32', spread: 2.8 },
  },
  shoe: {
    women: { from: 'S35', to: 'S42', peak: 'S38', spread: 1.6 },
    men: { from: 'S39', to: 'S47', peak: 'S43', spread: 1.7 },
    unisex: { from: 'S36', to: 'S46', peak: 'S41', spread: 2.6 },
  },
  belt: same({ from: 'B75', to: 'B110', peak: 'B90', spread: 1.7 }),
  'one-size': same({ from: 'OS', to: 'OS', peak: 'OS', spread: 1 }),
}

/** The full size run of a garment in a department; undefined when it is not cut for it. */
export function sizeRunOf(garment: GarmentId, department: Department): SizeRun | undefined {
  const system = GARMENTS[garment].sizing[department]
  if (!system) return undefined
  const span = SPANS[system][department]
  const all = SIZES[system]
  const place = (code: string) => all.findIndex((size) => size.code === code)
  const sizes = all.slice(place(span.from), place(span.to) + 1)
  const raw = sizes.map((size) => bell(steps(system, size, span.peak), span.spread))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return { system, sizes, weights: raw.map((weight) => weight / total) }
}

/** Distance of a size from the peak in steps; lengths count beside waists, since L32 sells about twice as often. */
function steps(system: SizeSystem, size: Size, peak: string): number {
  const all = SIZES[system]
  const [here, there] = [all.indexOf(size), all.findIndex((s) => s.code === peak)]
  if (system !== 'waist-length') return here - there
  const waist = Math.floor(here / 3) - Math.floor(there / 3)
  const length = (here % 3) - (there % 3)
  return Math.hypot(waist, length * 2.2)
}

function bell(distance: number, spread: number): number {
  return Math.exp(-(distance ** 2) / (2 * spread ** 2))
}

function same(span: Span): Readonly<Record<Department, Span>> {
  return { women: span, men: span, unisex: span }
}
