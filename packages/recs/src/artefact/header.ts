/** What kinds of model there are: the reader of each knows its arrays. */
export type ModelKind =
  | 'item-neighbours'
  | 'neighbour-basis'
  | 'session-index'
  | 'factors'
  | 'item-vectors'
  | 'popularity'
  | 'fit'
  | 'ranker'

export type ArtefactHeader = {
  readonly format: 1
  readonly kind: ModelKind
  /** The model among others of its kind: `rp3beta`, `bought-together`. */
  readonly name: string
  readonly version: string
  /** The data it was trained on, as ISO moments; null where the data has no time. */
  readonly window: { readonly from: string | null; readonly to: string | null }
  /** Offline figures, by the keys of the evaluation (`recall_at_20`). */
  readonly metrics: Readonly<Record<string, number>>
  /** Parameters and counts, for people and for the reader. */
  readonly facts: Readonly<Record<string, number | string>>
}

export type StoredArray = {
  readonly name: string
  readonly type: 'i32' | 'f32' | 'f64' | 'u8'
  /** In elements. */
  readonly length: number
  /** In bytes from the first array. */
  readonly offset: number
}

const KINDS: readonly string[] = [
  'item-neighbours',
  'neighbour-basis',
  'session-index',
  'factors',
  'item-vectors',
  'popularity',
  'fit',
  'ranker',
] satisfies readonly ModelKind[]
const TYPES: readonly unknown[] = ['i32', 'f32', 'f64', 'u8'] satisfies readonly StoredArray['type'][]

/** The header of a file whose checksum held. A trainer of somebody else's may have written it: it is checked field by field. */
export function parseHeader(text: string): ArtefactHeader & { readonly arrays: readonly StoredArray[] } {
  const header: unknown = JSON.parse(text)
  if (!isHeader(header)) throw new Error('model artefact: the header is not one of this format')
  return header
}

function isHeader(value: unknown): value is ArtefactHeader & { readonly arrays: readonly StoredArray[] } {
  if (!isRecord(value)) return false
  const { format, kind, name, version, window, metrics, facts, arrays } = value
  if (format !== 1 || typeof kind !== 'string' || !KINDS.includes(kind)) return false
  if (typeof name !== 'string' || typeof version !== 'string') return false
  if (!isRecord(window) || !isMoment(window.from) || !isMoment(window.to)) return false
  if (!isRecord(metrics) || !Object.values(metrics).every((figure) => typeof figure === 'number')) return false
  if (!isRecord(facts) || !Object.values(facts).every((fact) => ['number', 'string'].includes(typeof fact)))
    return false
  return Array.isArray(arrays) && arrays.every(isStoredArray)
}

const isMoment = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && !Number.isNaN(Date.parse(value)))

const isStoredArray = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.name === 'string' &&
  TYPES.includes(value.type) &&
  [value.length, value.offset].every((size) => Number.isSafeInteger(size) && Number(size) >= 0)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
