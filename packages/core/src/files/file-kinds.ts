/**
 * What a file can hold. `stock`: what is on the shelf and what is kept back. `counts`: what was counted, and when.
 * `shipments`: what is on its way, a row for each SKU of a shipment.
 */
export const FILE_KINDS = ['stock', 'counts', 'supplier', 'shipments'] as const
export type FileKind = (typeof FILE_KINDS)[number]
/** Kinds whose rows say how many there are of a record. */
export type CountKind = Exclude<FileKind, 'shipments'>

const COLUMN_ORDER = [
  'supplier',
  'purchase_order',
  'reference',
  'sku',
  'location',
  'quantity',
  'expected_on',
  'presale',
  'safety_stock',
  'at',
  'note',
  'row_id',
] as const
export type FileColumn = (typeof COLUMN_ORDER)[number]

type Columns = {
  /** Names in the header and what they are to us; the first name of each is the one we write. */
  readonly names: Readonly<Partial<Record<FileColumn, readonly [string, ...string[]]>>>
  readonly needed: readonly FileColumn[]
  /** Columns of our own exports that say nothing to an import. */
  readonly ignored: readonly string[]
}

export const COLUMNS: Readonly<Record<FileKind, Columns>> = {
  stock: {
    names: {
      sku: ['sku'],
      location: ['location'],
      quantity: ['on_hand'],
      safety_stock: ['safety_stock'],
      at: ['as_of'],
      note: ['note'],
      row_id: ['row_id'],
    },
    needed: ['sku', 'location', 'quantity'],
    ignored: ['product', 'colour', 'size', 'reserved', 'allocated', 'unavailable', 'available', 'version'],
  },
  counts: {
    names: {
      sku: ['sku'],
      location: ['location'],
      quantity: ['counted', 'count'],
      at: ['counted_at'],
      note: ['note'],
      row_id: ['row_id'],
    },
    needed: ['sku', 'location', 'quantity'],
    ignored: ['product', 'colour', 'size', 'difference', 'actor'],
  },
  supplier: {
    names: {
      sku: ['sku'],
      location: ['location'],
      quantity: ['available', 'quantity'],
      at: ['reported_at'],
      row_id: ['row_id'],
    },
    needed: ['sku', 'location', 'quantity'],
    ignored: ['product', 'colour', 'size'],
  },
  shipments: {
    names: {
      supplier: ['supplier'],
      purchase_order: ['purchase_order'],
      reference: ['reference'],
      sku: ['sku'],
      location: ['location'],
      quantity: ['units', 'quantity'],
      expected_on: ['expected_on'],
      presale: ['presale'],
      row_id: ['row_id'],
    },
    needed: ['supplier', 'reference', 'sku', 'location', 'quantity', 'expected_on'],
    ignored: ['shipment', 'state', 'product', 'colour', 'size', 'received', 'damaged', 'to_come', 'promised'],
  },
}

export type FileProblemOfHeader =
  | { readonly code: 'HEADER_MISSING'; readonly columns: readonly string[] }
  | { readonly code: 'HEADER_UNKNOWN'; readonly columns: readonly string[] }
  | { readonly code: 'HEADER_REPEATED'; readonly columns: readonly string[] }

/** Where each column stands, or what is wrong with the header. */
export const readHeader = (
  kind: FileKind,
  cells: readonly string[],
): { readonly places: ReadonlyMap<FileColumn, number> } | { readonly problem: FileProblemOfHeader } => {
  const { names, needed, ignored } = COLUMNS[kind]
  const columnOf = new Map<string, FileColumn>()
  for (const column of COLUMN_ORDER) for (const name of names[column] ?? []) columnOf.set(name, column)
  const written = cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  )
  const unknown = written.filter((name) => !columnOf.has(name) && !ignored.includes(name))
  if (unknown.length > 0) return { problem: { code: 'HEADER_UNKNOWN', columns: unknown.slice(0, 10) } }
  const places = new Map<FileColumn, number>()
  const repeated: string[] = []
  for (const [place, name] of written.entries()) {
    const column = columnOf.get(name)
    if (column === undefined) continue
    if (places.has(column)) repeated.push(name)
    places.set(column, place)
  }
  if (repeated.length > 0) return { problem: { code: 'HEADER_REPEATED', columns: repeated } }
  const missing = needed.filter((column) => !places.has(column)).map((column) => names[column]?.[0] ?? column)
  return missing.length > 0 ? { problem: { code: 'HEADER_MISSING', columns: missing } } : { places }
}
