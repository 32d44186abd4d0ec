import { solvePositive } from '../linear/solve-positive'
import type { Body, FitRow } from './fit-row'

/** The size a body is expected to wear: a ridge regression on what was told. */
export type BodySize = {
  /** Means that stand in for what was not told. */
  readonly means: Float64Array
  readonly shapes: readonly string[]
  readonly weights: Float64Array
}

const NUMBERS = ['heightCm', 'weightKg', 'ageYears', 'bustBand', 'bustCup'] as const satisfies readonly (keyof Body)[]
// Constant, each number and whether it was told, the square of the weight: shape words follow.
const FIXED = 1 + 2 * NUMBERS.length + 1
const SHAPES_MAX = 12
const RIDGE = 1

/** Fits sizes to bodies, on the rows that fitted; sizes of pieces that did not say less of the body. */
export function trainBodySize(rows: readonly FitRow[]): BodySize {
  const fitted = rows.filter(({ outcome }) => outcome === 'fit')
  const means = meansOf(fitted)
  const shapes = commonShapes(fitted)
  const blank = { means, shapes, weights: new Float64Array(FIXED + shapes.length) }
  const width = blank.weights.length
  const normal = new Float64Array(width * width)
  const right = new Float64Array(width)
  for (const { body, size } of fitted) {
    const x = bodyVector(body, blank)
    for (let a = 0; a < width; a++) {
      const value = x[a] ?? 0
      if (value === 0) continue
      right[a] = (right[a] ?? 0) + value * size
      for (let b = 0; b < width; b++) normal[a * width + b] = (normal[a * width + b] ?? 0) + value * (x[b] ?? 0)
    }
  }
  for (let a = 0; a < width; a++) normal[a * width + a] = (normal[a * width + a] ?? 0) + RIDGE
  return { means, shapes, weights: solvePositive(normal, right) }
}

/** The size expected of a body; of one that told nothing, the usual size. */
export function expectedSize(model: BodySize, body: Body): number {
  const x = bodyVector(body, model)
  let sum = 0
  for (let a = 0; a < x.length; a++) sum += (x[a] ?? 0) * (model.weights[a] ?? 0)
  return sum
}

/** How much was told, from 0 to 1. */
export const toldShare = (body: Body): number => NUMBERS.filter((name) => isTold(body[name])).length / NUMBERS.length

/** A body as numbers around zero. */
export function bodyVector(body: Body, { means, shapes }: Pick<BodySize, 'means' | 'shapes'>): Float64Array {
  const x = new Float64Array(FIXED + shapes.length)
  x[0] = 1
  for (const [n, name] of NUMBERS.entries()) {
    const value = body[name]
    if (!isTold(value)) {
      x[1 + NUMBERS.length + n] = 1
      continue
    }
    x[1 + n] = (value - (means[n] ?? 0)) / SCALES[name]
  }
  x[FIXED - 1] = (x[2] ?? 0) ** 2
  const shape = body.shape === undefined ? -1 : shapes.indexOf(body.shape)
  if (shape >= 0) x[FIXED + shape] = 1
  return x
}

/** About one standard deviation of each, so that one ridge suits all. */
const SCALES = { heightCm: 7, weightKg: 10, ageYears: 8, bustBand: 2, bustCup: 1.5 } as const

const isTold = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value)

function meansOf(rows: readonly FitRow[]): Float64Array {
  return Float64Array.from(NUMBERS, (name) => {
    const told = rows.map(({ body }) => body[name]).filter(isTold)
    return told.length === 0 ? 0 : told.reduce((sum, value) => sum + value, 0) / told.length
  })
}

function commonShapes(rows: readonly FitRow[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { body } of rows) if (body.shape !== undefined) counts.set(body.shape, (counts.get(body.shape) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, SHAPES_MAX)
    .map(([shape]) => shape)
}
