/** Draws from [0, 1); the same seed draws the same (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Draws from Gamma(shape, 1), shape > 0 (Marsaglia and Tsang 2000; below 1 by the boost of their section 6). */
export function gammaSampler(random: () => number, shape: number): () => number {
  // Exponential: one logarithm, and what most arms ask for.
  if (shape === 1) return () => -Math.log(1 - random())
  if (shape < 1) {
    const above = gammaSampler(random, shape + 1)
    return () => above() * (1 - random()) ** (1 / shape)
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  const normal = normalSampler(random)
  return () => {
    for (;;) {
      const x = normal()
      const root = 1 + c * x
      if (root <= 0) continue
      const v = root * root * root
      const u = 1 - random()
      // The squeeze of their section 4 spares most draws both logarithms.
      const square = x * x
      if (u < 1 - 0.0331 * square * square) return d * v
      if (Math.log(u) < 0.5 * square + d - d * v + d * Math.log(v)) return d * v
    }
  }
}

/** Draws from Beta(a, b), both > 0. */
export function betaSampler(random: () => number, a: number, b: number): () => number {
  // Its distribution function, 1 - (1 - x)^b, can be turned round: one draw, and the root by its logarithm.
  if (a === 1) return () => 1 - Math.exp(Math.log(1 - random()) / b)
  const [gammaA, gammaB] = [gammaSampler(random, a), gammaSampler(random, b)]
  return () => {
    const x = gammaA()
    const y = gammaB()
    return x + y === 0 ? 0.5 : x / (x + y)
  }
}

/** Standard normal draws, two for every pair of numbers (Marsaglia and Bray 1964): no sine and no cosine. */
function normalSampler(random: () => number): () => number {
  let spare = Number.NaN
  return () => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    for (;;) {
      const [x, y] = [2 * random() - 1, 2 * random() - 1]
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * scale
      return x * scale
    }
  }
}
