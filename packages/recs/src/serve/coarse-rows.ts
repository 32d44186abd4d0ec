import { assembleCoarseScan, COARSE_COLUMNS, COARSE_ROWS } from './coarse-scan-module'
import { webAssemblyHost } from './webassembly-host'

/**
 * Places, in order, of rows that are likely among the `wanted` with the greatest dot products with a vector: at least
 * ENOUGH times as many, or all there are. Overwritten by the next look.
 */
export type CoarseRows = (vector: Float32Array, wanted: number) => Int32Array

/** The bar lets in about MARGIN times the wanted, and is lowered while it lets in fewer than ENOUGH times. */
const MARGIN = 2.5
const ENOUGH = 1.5
/** So many scores, evenly spread, tell where the best begin. */
const SAMPLE = 512
const BYTE_MAX = 127
const WORD_MAX = 16_383

/**
 * Rows as signed bytes, each by a scale of its own: some are a thousand times as long as others. Undefined on a machine
 * without SIMD.
 */
export function createCoarseRows(matrix: Float32Array, dimensions: number): CoarseRows | undefined {
  const host = webAssemblyHost()
  const columns = Math.ceil(dimensions / COARSE_COLUMNS) * COARSE_COLUMNS
  const bytes = assembleCoarseScan(columns)
  if (!host?.validate(bytes)) return undefined
  const count = matrix.length / dimensions
  const even = Math.ceil(count / COARSE_ROWS) * COARSE_ROWS
  const [scalesAt, vectorAt] = [even * columns, even * (columns + 4)]
  const [scoresAt, placesAt] = [vectorAt + columns * 8, vectorAt + columns * 8 + even * 4]
  const memory = new host.Memory({ initial: Math.ceil((placesAt + (even + 1) * 4) / 65_536) })
  const scales = new Float32Array(memory.buffer, scalesAt, even)
  writeBlocks(matrix, dimensions, new Int8Array(memory.buffer, 0, even * columns), scales)
  const wanted = new Int16Array(memory.buffer, vectorAt, columns * 4)
  const scores = new Float32Array(memory.buffer, scoresAt, count)
  const places = new Int32Array(memory.buffer, placesAt, even + 1)
  const { scan, above } = new host.Instance(new host.Module(bytes), { host: { memory } }).exports
  if (typeof scan !== 'function' || typeof above !== 'function') throw new Error('the coarse scan exports no scan')
  const wordMax = Math.min(WORD_MAX, Math.floor(2 ** 31 / (BYTE_MAX * columns)) - 1)
  const barOf = createBarOf()
  return (vector, limit) => {
    writeWords(vector, wordMax, wanted)
    scan(0, vectorAt, scalesAt, scoresAt, even)
    const enough = Math.min(count, Math.ceil(limit * ENOUGH))
    for (let share = (MARGIN * limit) / count; ; share *= 2) {
      const bar = barOf(scores, share)
      let length = (Number(above(scoresAt, even, bar, placesAt)) - placesAt) / 4
      // Rows that fill up the last block score 0.
      while (length > 0 && (places[length - 1] ?? 0) >= count) length--
      if (length >= enough || bar === Number.NEGATIVE_INFINITY) return places.subarray(0, length)
    }
  }
}

function writeBlocks(matrix: Float32Array, dimensions: number, bytes: Int8Array, scales: Float32Array): void {
  const columns = bytes.length / scales.length
  for (let row = 0; row < matrix.length / dimensions; row++) {
    const scale = greatest(matrix, row * dimensions, dimensions) / BYTE_MAX
    scales[row] = scale
    const block = Math.floor(row / COARSE_ROWS) * COARSE_ROWS * columns + (row % COARSE_ROWS) * COARSE_COLUMNS
    for (let d = 0; d < dimensions && scale > 0; d++) {
      const step = (d - (d % COARSE_COLUMNS)) * COARSE_ROWS
      bytes[block + step + (d % COARSE_COLUMNS)] = Math.round((matrix[row * dimensions + d] ?? 0) / scale)
    }
  }
}

/** The vector in whole numbers, every two of them four times over. Its own length does not matter for what is best. */
function writeWords(vector: Float32Array, most: number, into: Int16Array): void {
  const scale = greatest(vector, 0, vector.length) / most
  for (let d = 0; d < vector.length; d++) {
    const word = Math.round((vector[d] ?? 0) / scale)
    for (let lane = 0; lane < 4; lane++) into[(d - (d % COARSE_COLUMNS)) * 4 + lane * COARSE_COLUMNS + (d % 2)] = word
  }
}

/** A score that about a share of all are above, by a sample; minus infinity where nearly all of them are wanted. */
function createBarOf(): (scores: Float32Array, share: number) => number {
  const best = new Float32Array(SAMPLE)
  return (scores, share) => {
    const above = Math.ceil(share * SAMPLE) + 1
    if (above > SAMPLE / 2) return Number.NEGATIVE_INFINITY
    const step = Math.max(1, Math.floor(scores.length / SAMPLE))
    let kept = 0
    for (let at = 0; at < scores.length; at += step) {
      const score = scores[at] ?? 0
      if (kept === above && score <= (best[kept - 1] ?? 0)) continue
      let to = kept < above ? kept++ : kept - 1
      for (; to > 0 && (best[to - 1] ?? 0) < score; to--) best[to] = best[to - 1] ?? 0
      best[to] = score
    }
    return best[kept - 1] ?? Number.NEGATIVE_INFINITY
  }
}

function greatest(values: Float32Array, from: number, length: number): number {
  let most = 0
  for (let at = from; at < from + length; at++) most = Math.max(most, Math.abs(values[at] ?? 0))
  return most
}
