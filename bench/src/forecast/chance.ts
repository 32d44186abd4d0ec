export type Chance = {
  /** 0 up to 1. */
  next(): number
  normal(): number
  /** Whole number from 0; mean `mean`. */
  poisson(mean: number): number
}

/** Chance that repeats itself for a seed (mulberry32). */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const poisson = (mean: number): number => {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
    const limit = Math.exp(-mean)
    let product = next()
    let units = 0
    while (product > limit) {
      product *= next()
      units += 1
    }
    return units
  }
  return { next, normal, poisson }
}
