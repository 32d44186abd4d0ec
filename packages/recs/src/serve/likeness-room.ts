import { innerProduct } from './inner-product'
import { looked } from './look-ahead'
import { assembleScan } from './scan-module'
import { webAssemblyHost } from './webassembly-host'

/** Room for the vectors of a few products, side by side, in which one is compared with all of them at once. */
export type LikenessRoom = {
  /** Puts in the vectors that stand at these places of a matrix, instead of what was there. */
  gather(matrix: Float32Array, places: Int32Array): void
  /** Likeness of what was gathered to the vector at a place of the same matrix, in order; overwritten by the next. */
  to(matrix: Float32Array, place: number): Float32Array
}

const LANES = 8

/** For so many vectors at most. In WebAssembly with SIMD where the machine has it. */
export function createLikenessRoom(most: number, dimensions: number): LikenessRoom {
  const stride = Math.ceil(dimensions / LANES) * LANES
  const [vectorAt, outAt] = [most * stride * 4, (most + 1) * stride * 4]
  const host = webAssemblyHost()
  const bytes = assembleScan()
  const memory = host?.validate(bytes)
    ? new host.Memory({ initial: Math.ceil((outAt + most * 4) / 65_536) })
    : undefined
  const buffer = memory?.buffer ?? new ArrayBuffer(outAt + most * 4)
  const rows = new Float32Array(buffer, 0, most * stride)
  const wanted = new Float32Array(buffer, vectorAt, stride)
  const out = new Float32Array(buffer, outAt, most)
  const scan = host && memory && new host.Instance(new host.Module(bytes), { host: { memory } }).exports.scan
  let count = 0
  const copy = (matrix: Float32Array, place: number, into: Float32Array, at: number): void => {
    for (let d = 0; d < dimensions; d++) into[at + d] = matrix[place * dimensions + d] ?? 0
  }
  return {
    gather: (matrix, places) => {
      if (places.length > most) throw new RangeError(`room for ${most} vectors, not ${places.length}`)
      count = places.length
      // First of all of them a number: what each vector has to be fetched for is then fetched together.
      let sum = 0
      for (let row = 0; row < count; row++) sum += matrix[(places[row] ?? 0) * dimensions] ?? 0
      looked(sum)
      for (let row = 0; row < count; row++) copy(matrix, places[row] ?? 0, rows, row * stride)
    },
    to: (matrix, place) => {
      copy(matrix, place, wanted, 0)
      if (count === 0) return out
      if (typeof scan === 'function') scan(0, vectorAt, outAt, count, stride * 4)
      else for (let row = 0; row < count; row++) out[row] = innerProduct(rows, row * stride, wanted, 0, dimensions)
      return out
    },
  }
}
