import { createHash } from 'node:crypto'
import { type ArtefactHeader, parseHeader, type StoredArray } from './header'

export type { ArtefactHeader, ModelKind } from './header'

/** Arrays a model is made of. */
export type ModelArray = Int32Array | Float32Array | Float64Array | Uint8Array

/** A trained model on its way to or from a store: who it is, what it was trained on, and its arrays. */
export type Artefact = ArtefactHeader & { readonly arrays: Readonly<Record<string, ModelArray>> }

const MAGIC = 0x4d564c53 // the letters SLVM, little-endian
const CHECKSUM_BYTES = 32
const PREFIX_BYTES = 8
const ALIGNMENT = 8

/**
 * One file: magic and length of the header (two 32-bit numbers), the header as JSON padded with spaces, the arrays one
 * after another (little-endian, each from a multiple of 8), and the SHA-256 of all of that in the last 32 bytes.
 * The same model has the same bytes wherever it was trained (docs/recs/trainer-contract.md).
 */
export function serialiseArtefact({ arrays, ...header }: Artefact): Uint8Array {
  const named = Object.entries(arrays)
  const stored: StoredArray[] = []
  let size = 0
  for (const [name, array] of named) {
    stored.push({ name, type: typeOf(array), length: array.length, offset: size })
    size = aligned(size + array.byteLength)
  }
  const text = Buffer.from(JSON.stringify({ ...header, arrays: stored }), 'utf8')
  const start = aligned(PREFIX_BYTES + text.byteLength)
  const bytes = new Uint8Array(start + size + CHECKSUM_BYTES)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, start - PREFIX_BYTES, true)
  bytes.fill(0x20, PREFIX_BYTES, start)
  bytes.set(text, PREFIX_BYTES)
  for (const [place, [, array]] of named.entries()) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + (stored[place]?.offset ?? 0))
  }
  bytes.set(digestOf(bytes), start + size)
  return bytes
}

/**
 * The model of a file. Arrays are views on the bytes where these are aligned, so that loading costs one hash and no copy.
 * A damaged file, or one of another format, is a fault: a shop does not guess from noise.
 */
export function parseArtefact(given: Uint8Array): Artefact {
  // Views need an aligned buffer; a slice of a larger one (a driver's row) may not be.
  const bytes = given.byteOffset % ALIGNMENT === 0 ? given : given.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < PREFIX_BYTES + CHECKSUM_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new Error('model artefact: not a model of this format')
  }
  const end = bytes.byteLength - CHECKSUM_BYTES
  if (Buffer.compare(digestOf(bytes), bytes.subarray(end)) !== 0) {
    throw new Error('model artefact: the checksum does not match')
  }
  const start = PREFIX_BYTES + view.getUint32(4, true)
  const { arrays: stored, ...header } = parseHeader(Buffer.from(bytes.subarray(PREFIX_BYTES, start)).toString('utf8'))
  const arrays: Record<string, ModelArray> = {}
  for (const one of stored) arrays[one.name] = viewOf(bytes, start, end, one)
  return { ...header, arrays }
}

/** SHA-256 (hex) that a file carries: the identity of its content. */
export const checksumOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(-CHECKSUM_BYTES)).toString('hex')

/** An array of integers that a model cannot do without. */
export function integersOf({ name, arrays }: Artefact, array: string): Int32Array {
  const found = arrays[array]
  if (found instanceof Int32Array) return found
  throw new Error(`model artefact ${name}: no array of integers "${array}"`)
}

/** An array of 32-bit floats that a model cannot do without. */
export function floatsOf({ name, arrays }: Artefact, array: string): Float32Array {
  const found = arrays[array]
  if (found instanceof Float32Array) return found
  throw new Error(`model artefact ${name}: no array of floats "${array}"`)
}

/** An array of 64-bit floats that a model cannot do without. */
export function doublesOf({ name, arrays }: Artefact, array: string): Float64Array {
  const found = arrays[array]
  if (found instanceof Float64Array) return found
  throw new Error(`model artefact ${name}: no array of doubles "${array}"`)
}

const aligned = (size: number): number => Math.ceil(size / ALIGNMENT) * ALIGNMENT

const digestOf = (bytes: Uint8Array): Uint8Array =>
  createHash('sha256')
    .update(bytes.subarray(0, bytes.byteLength - CHECKSUM_BYTES))
    .digest()

function typeOf(array: ModelArray): StoredArray['type'] {
  if (array instanceof Int32Array) return 'i32'
  if (array instanceof Float32Array) return 'f32'
  return array instanceof Float64Array ? 'f64' : 'u8'
}

const ELEMENT_BYTES = { i32: 4, f32: 4, f64: 8, u8: 1 } as const

function viewOf(bytes: Uint8Array, start: number, end: number, { name, type, length, offset }: StoredArray) {
  const from = start + offset
  if (offset % ALIGNMENT !== 0 || from + length * ELEMENT_BYTES[type] > end) {
    throw new Error(`model artefact: the array "${name}" lies outside of the file`)
  }
  const at = bytes.byteOffset + from
  switch (type) {
    case 'i32':
      return new Int32Array(bytes.buffer, at, length)
    case 'f32':
      return new Float32Array(bytes.buffer, at, length)
    case 'f64':
      return new Float64Array(bytes.buffer, at, length)
    case 'u8':
      return new Uint8Array(bytes.buffer, at, length)
  }
}
