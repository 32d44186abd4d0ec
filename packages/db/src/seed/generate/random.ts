/** A stream of repeatable chance. Two streams of one seed and label give the same numbers on every machine. */
export type Random = {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from `from` to `to`, both possible. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T
  weighted<T>(from: readonly T[], weightOf: (item: T, index: number) => number): T
  /** `count` different items in random order; fewer when there are not so many. */
  sample<T>(from: readonly T[], count: number): T[]
  shuffle<T>(from: readonly T[]): T[]
  /** A normally distributed number. */
  normal(mean: number, deviation: number): number
  /** A version 4 shaped UUID drawn from this stream. */
  uuid(): string
}

/** sfc32 (Chris Doty-Humphrey, PractRand) seeded through an FNV-1a hash of the label. Not for secrets. */
export function randomFrom(seed: number, ...labels: ReadonlyArray<string | number>): Random {
  let a = seed >>> 0
  let b = hashText(labels.join('/'))
  let c = Math.imul(b ^ a, 0x9e3779b1) >>> 0
  let counter = 1

  const word = (): number => {
    const t = (a + b + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) >>> 0
    c = ((c << 21) | (c >>> 11)) >>> 0
    c = (c + t) >>> 0
    return t
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) word()

  const next = () => word() / 4294967296
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(from: readonly T[]): T => at(from, int(0, from.length - 1))

  function weighted<T>(from: readonly T[], weightOf: (item: T, index: number) => number): T {
    const weights = from.map(weightOf)
    let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
    for (const [index, weight] of weights.entries()) {
      left -= weight
      if (left < 0) return at(from, index)
    }
    return at(from, from.length - 1)
  }

  function shuffle<T>(from: readonly T[]): T[] {
    const items = [...from]
    for (let i = items.length - 1; i > 0; i--) {
      const j = int(0, i)
      const moved = at(items, i)
      items[i] = at(items, j)
      items[j] = moved
    }
    return items
  }

  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

  return {
    next,
    int,
    pick,
    weighted,
    shuffle,
    normal,
    chance: (probability) => next() < probability,
    sample: (from, count) => shuffle(from).slice(0, count),
    uuid: () => uuidOf(word(), word(), word(), word()),
  }
}

/** FNV-1a, 32 bit. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`)
  return item
}

const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0')

function uuidOf(a: number, b: number, c: number, d: number): string {
  const second = hex((b & 0xffff0fff) | 0x4000)
  const third = hex((c & 0x3fffffff) | 0x80000000)
  return `${hex(a)}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hex(d)}`
}
