import { assembleScan } from './scan-module'
import { type WebAssemblyHost, webAssemblyHost } from './webassembly-host'

/** Scores every row of a matrix against a vector; the answer is overwritten by the next call. */
export type Scan = (vector: Float32Array) => Float32Array

const PAGE_BYTES = 65_536
const LANES = 8

/**
 * Dot products of one vector with every row of a matrix, in WebAssembly with SIMD where the machine has it. The matrix
 * is copied, its rows padded with zeros to a multiple of eight columns.
 */
export function createScan(matrix: Float32Array, dimensions: number): Scan {
  const count = dimensions === 0 ? 0 : Math.floor(matrix.length / dimensions)
  const host = webAssemblyHost()
  if (host === undefined || count === 0) return createPlainScan(matrix, dimensions)
  const padded = Math.ceil(dimensions / LANES) * LANES
  const vectorAt = count * padded * 4
  const outAt = vectorAt + padded * 4
  const memory = new host.Memory({ initial: Math.ceil((outAt + count * 4) / PAGE_BYTES) })
  const rows = new Float32Array(memory.buffer, 0, count * padded)
  for (let row = 0; row < count; row++) {
    rows.set(matrix.subarray(row * dimensions, (row + 1) * dimensions), row * padded)
  }
  const wanted = new Float32Array(memory.buffer, vectorAt, padded)
  const out = new Float32Array(memory.buffer, outAt, count)
  const run = instantiate(host, memory)
  if (run === undefined) return createPlainScan(matrix, dimensions)
  return (vector) => {
    wanted.fill(0)
    wanted.set(vector.subarray(0, dimensions))
    run(0, vectorAt, outAt, count, padded * 4)
    return out
  }
}

type Run = (rows: number, vector: number, out: number, count: number, rowBytes: number) => void

/** Undefined on a machine without SIMD. */
function instantiate(host: WebAssemblyHost, memory: object): Run | undefined {
  const bytes = assembleScan()
  if (!host.validate(bytes)) return undefined
  const { exports } = new host.Instance(new host.Module(bytes), { host: { memory } })
  const { scan } = exports
  if (typeof scan !== 'function') throw new Error('the scan module exports no scan')
  return (rows, vector, out, count, rowBytes) => void scan(rows, vector, out, count, rowBytes)
}

/** The same in plain typed arrays. */
export function createPlainScan(matrix: Float32Array, dimensions: number): Scan {
  const count = dimensions === 0 ? 0 : Math.floor(matrix.length / dimensions)
  const out = new Float32Array(count)
  return (vector) => {
    for (let row = 0, at = 0; row < count; row++) {
      let sum = 0
      for (let k = 0; k < dimensions; k++, at++) sum += (matrix[at] ?? 0) * (vector[k] ?? 0)
      out[row] = sum
    }
    return out
  }
}
