import type { CauseType } from '@selvedge/core'

/** Where the documents of a kind of cause lie. */
type CauseDocument = {
  readonly table: string
  /** How causes name a row `d` of it: as a text, like the causes themselves. */
  readonly id: string
  /** What such a text looks like; another one names nothing. */
  readonly shape: string
  /** Finds the row `d` that `n.id` names, by its key. */
  readonly found: string
}

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const NUMBER = '[0-9]{1,9}'

const byUuid = (table: string): CauseDocument => ({
  table,
  id: 'd.id::text',
  shape: `^${UUID}$`,
  found: 'd.id = n.id::uuid',
})
const byNumber = (table: string): CauseDocument => ({
  table,
  id: 'd.id::text',
  shape: `^${NUMBER}$`,
  found: 'd.id = n.id::int',
})

/** Bags end and are forgotten, messages of tills after a while; a hold, an opening and what was done by hand are their own account. */
export const CAUSE_DOCUMENTS: Readonly<Partial<Record<CauseType, CauseDocument>>> = {
  order: byUuid('orders'),
  'order-line': {
    table: 'order_line',
    id: `d.order_id::text || ':' || d.line_no`,
    shape: `^${UUID}:${NUMBER}$`,
    found: `d.order_id = split_part(n.id, ':', 1)::uuid AND d.line_no = split_part(n.id, ':', 2)::int`,
  },
  'purchase-order': { table: 'purchase_order', id: 'd.number', shape: '.', found: 'd.number = n.id' },
  'shipment-line': byNumber('inbound_shipment_line'),
  return: byNumber('return_request'),
  transfer: byNumber('stock_transfer'),
  count: byNumber('stock_count'),
  'import-row': byUuid('file_job'),
  'supplier-feed': byUuid('file_job'),
  'safety-rule': byNumber('location'),
  // A record of which nobody has written an allowance has one of nothing.
  backorder: byNumber('inventory_record'),
}

/** The kinds whose documents are looked for. */
export const DOCUMENTED_CAUSES: readonly string[] = Object.keys(CAUSE_DOCUMENTS)

/** The document of an entry's cause. A row of a file is looked for by its file: rows are forgotten, files are not. */
export const NAMED_DOCUMENT = `CASE WHEN cause_type IN ('import-row', 'supplier-feed') THEN left(cause_id, 36) ELSE cause_id END`
