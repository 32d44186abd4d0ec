import type { FileJob, FileKind } from '@selvedge/core'

export const KIND_WORDS: Readonly<Record<FileKind, { label: string; columns: string }>> = {
  stock: { label: 'Stock', columns: 'sku, location, on_hand; if you like safety_stock, as_of, note, row_id' },
  counts: { label: 'Counts', columns: 'sku, location, counted; if you like counted_at, note, row_id' },
  supplier: { label: "A supplier's stock", columns: 'sku, location, available; if you like reported_at, row_id' },
  shipments: {
    label: 'Shipments to come',
    columns:
      'supplier, reference, sku, location, units, expected_on; if you like purchase_order, presale, row_id. One reference is one shipment',
  },
}

const CHANGED: Readonly<Record<FileKind, string>> = {
  stock: 'changed',
  counts: 'changed',
  supplier: 'changed',
  shipments: 'announced',
}

const count = (rows: number): string => rows.toLocaleString('en-GB')

/** Where a file stands, in a line. */
export const fileState = (job: FileJob): { words: string; tone: 'plain' | 'good' | 'thread' | 'wait' } => {
  switch (job.state) {
    case 'uploading':
      return { words: 'Coming in', tone: 'wait' }
    case 'waiting':
      return { words: 'Waits to be checked', tone: 'wait' }
    case 'checking':
      return { words: `Checking, ${count(job.rows)} rows read`, tone: 'wait' }
    case 'ready':
      return job.badRows === 0
        ? { words: 'Checked, ready to apply', tone: 'good' }
        : { words: `${count(job.badRows)} of ${count(job.rows)} rows not right`, tone: 'thread' }
    case 'refused':
      return { words: 'Refused', tone: 'thread' }
    case 'applying':
      return { words: `Applying, ${count(job.doneRows)} of ${count(job.goodRows)}`, tone: 'wait' }
    case 'writing':
      return { words: `Writing, ${count(job.rows)} rows`, tone: 'wait' }
    case 'done':
      return job.direction === 'out'
        ? { words: `${count(job.rows)} rows written`, tone: 'good' }
        : { words: `Applied: ${count(job.changedRows)} ${CHANGED[job.kind]}`, tone: 'good' }
    case 'dropped':
      return { words: 'Dropped', tone: 'plain' }
  }
}

/** How far the present phase is, 0 to 1; undefined when nothing is under way. */
export const fileProgress = ({ state, rows, goodRows, doneRows, expectedRows }: FileJob): number | undefined => {
  const of = (part: number, whole: number): number => Math.min(1, whole === 0 ? 0 : part / whole)
  switch (state) {
    case 'checking':
    case 'writing':
      return of(rows, expectedRows)
    case 'applying':
      return of(doneRows, goodRows)
    default:
      return undefined
  }
}
