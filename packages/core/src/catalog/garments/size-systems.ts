export const SIZE_SYSTEMS = ['alpha', 'dress', 'tailoring', 'waist-length', 'shoe', 'belt', 'one-size'] as const
export type SizeSystem = (typeof SIZE_SYSTEMS)[number]

/**
 * One size of a system. `code` is unique over all systems and safe in a URL and a SKU; `label` is what a button shows.
 * `order` sorts sizes of any mixture of systems: the system's rank times 1,000 plus the place in it.
 */
export type Size = {
  readonly code: string
  readonly label: string
  readonly order: number
  readonly system: SizeSystem
  /** The same size elsewhere, e.g. `{ UK: '10', US: '6' }`; empty where none is usual. */
  readonly equivalents: Readonly<Record<string, string>>
}

export const SIZE_SYSTEM_LABELS: Readonly<Record<SizeSystem, string>> = {
  alpha: 'International',
  dress: 'EU dress size',
  tailoring: 'EU tailoring size',
  'waist-length': 'Waist × length in inches',
  shoe: 'EU shoe size',
  belt: 'Belt length in cm',
  'one-size': 'One size',
}

type Draft = { code: string; label: string; equivalents?: Record<string, string> }

const alpha: Draft[] = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL'].map((label) => ({ code: label, label }))

// EN 13402 naming as shops print it: UK = EU - 28, US = EU - 32.
const dress: Draft[] = range(32, 48, 2).map((eu) => ({
  code: `D${eu}`,
  label: String(eu),
  equivalents: { UK: String(eu - 28), US: String(eu - 32) },
}))

// Men's jackets and trousers: half the chest in cm; UK and US print the chest in inches, EU - 10.
const tailoring: Draft[] = range(44, 58, 2).map((eu) => ({
  code: `T${eu}`,
  label: String(eu),
  equivalents: { 'UK/US': String(eu - 10) },
}))

const waists = [24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 36, 38, 40]
const waistLength: Draft[] = waists.flatMap((waist) =>
  [30, 32, 34].map((length) => ({
    code: `W${waist}L${length}`,
    label: `W${waist} L${length}`,
    equivalents: { cm: `${Math.round(waist * 2.54)} × ${Math.round(length * 2.54)}` },
  })),
)

// EU (Paris points) against UK sizes; US men's is UK + 1, US women's UK + 2.
const ukByEu: ReadonlyArray<readonly [number, number]> = [
  [35, 2.5],
  [36, 3.5],
  [37, 4],
  [38, 5],
  [39, 6],
  [40, 6.5],
  [41, 7.5],
  [42, 8],
  [43, 9],
  [44, 9.5],
  [45, 10.5],
  [46, 11.5],
  [47, 12],
]
const shoe: Draft[] = ukByEu.map(([eu, uk]) => ({
  code: `S${eu}`,
  label: String(eu),
  equivalents: { UK: String(uk), 'US women': String(uk + 2), 'US men': String(uk + 1) },
}))

const belt: Draft[] = range(75, 110, 5).map((cm) => ({ code: `B${cm}`, label: `${cm} cm` }))
const oneSize: Draft[] = [{ code: 'OS', label: 'One size' }]

/** All sizes of each system, smallest first. */
export const SIZES: Readonly<Record<SizeSystem, readonly Size[]>> = {
  alpha: ordered('alpha', alpha),
  dress: ordered('dress', dress),
  tailoring: ordered('tailoring', tailoring),
  'waist-length': ordered('waist-length', waistLength),
  shoe: ordered('shoe', shoe),
  belt: ordered('belt', belt),
  'one-size': ordered('one-size', oneSize),
}

const byCode: ReadonlyMap<string, Size> = new Map(
  SIZE_SYSTEMS.flatMap((s) => SIZES[s].map((size) => [size.code, size])),
)

/** The size with this code, or undefined. */
export const sizeByCode = (code: string): Size | undefined => byCode.get(code)

/** Sorts size codes of any mixture of systems as a person expects; unknown codes come last, alphabetically. */
export function compareSizes(a: string, b: string): number {
  const last = Number.MAX_SAFE_INTEGER
  return (byCode.get(a)?.order ?? last) - (byCode.get(b)?.order ?? last) || a.localeCompare(b)
}

function ordered(system: SizeSystem, drafts: readonly Draft[]): readonly Size[] {
  const base = SIZE_SYSTEMS.indexOf(system) * 1000
  return drafts.map(({ code, label, equivalents = {} }, i) => ({ code, label, equivalents, system, order: base + i }))
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)
}
