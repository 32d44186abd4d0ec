import { createHash } from 'node:crypto'
import type { TogetherModel } from './model'

export const TOGETHER_MODEL_NAME = 'bought-together'
const FORMAT = 1

/** A model as it is stored: typed arrays as base64 of little-endian 32-bit numbers. */
export type StoredTogetherModel = {
  readonly format: typeof FORMAT
  readonly basketCount: number
  readonly arrays: Readonly<Record<ArrayName, string>>
}

const ARRAYS = ['items', 'counts', 'offsets', 'neighbours', 'support', 'scores'] as const
type ArrayName = (typeof ARRAYS)[number]

/** The stored form and its SHA-256 (hex), which is the same for the same model wherever it was trained. */
export function serialiseTogether(model: TogetherModel): { body: StoredTogetherModel; checksum: string } {
  const arrays: Record<ArrayName, string> = {
    items: encode(model.items),
    counts: encode(model.counts),
    offsets: encode(model.offsets),
    neighbours: encode(model.neighbours),
    support: encode(model.support),
    scores: encode(model.scores),
  }
  const body = { format: FORMAT, basketCount: model.basketCount, arrays } as const
  return { body, checksum: checksumOf(body) }
}

/** The model of a stored form. A damaged one, or one of another format, is a fault: a shop does not guess from noise. */
export function parseTogether(body: unknown, checksum: string): TogetherModel {
  if (!isStored(body)) throw new Error('bought-together model: not a stored model of this format')
  if (checksumOf(body) !== checksum) throw new Error('bought-together model: the checksum does not match')
  const { arrays, basketCount } = body
  const integers = (name: ArrayName) => new Int32Array(decode(arrays[name]))
  return {
    basketCount,
    items: integers('items'),
    counts: integers('counts'),
    offsets: integers('offsets'),
    neighbours: integers('neighbours'),
    support: integers('support'),
    scores: new Float32Array(decode(arrays.scores)),
  }
}

function checksumOf({ format, basketCount, arrays }: StoredTogetherModel): string {
  const hash = createHash('sha256').update(`${format}:${basketCount}`)
  for (const name of ARRAYS) hash.update(`:${name}:${arrays[name]}`)
  return hash.digest('hex')
}

// Every machine we run on is little-endian; the checksum would not match on another.
const encode = (array: Int32Array | Float32Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64')

function decode(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64')
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  return copy
}

function isStored(body: unknown): body is StoredTogetherModel {
  if (typeof body !== 'object' || body === null) return false
  if (!('format' in body) || body.format !== FORMAT || !('basketCount' in body) || !('arrays' in body)) return false
  const { arrays } = body
  if (typeof body.basketCount !== 'number' || typeof arrays !== 'object' || arrays === null) return false
  return ARRAYS.every((name) => typeof new Map(Object.entries(arrays)).get(name) === 'string')
}
