import { type CountLine, judgeLine, type LineStanding, type Look, type RecountThreshold } from '@selvedge/core'

/** A line of a count with its piece, as every query here reads it. */
export type CountLineRow = {
  record_id: number
  variant_id: number
  sku: string
  title: string
  colour: string
  size: string
  first_counted: number | null
  first_on_hand: number | null
  first_version: number | null
  first_at: Date | null
  second_counted: number | null
  second_on_hand: number | null
  second_version: number | null
  second_at: Date | null
  difference: number | null
  /** Somebody else has corrected the record after the look: the look says nothing any more. */
  overtaken: boolean
}

/** `$1` is the count; `overtaken` looks into the ledger behind the look's version. */
export const COUNT_LINES = `SELECT l.*, v.sku, p.title, v.colour, v.size, l.difference IS NULL AND EXISTS (
    SELECT 1 FROM inventory_event e WHERE e.record_id = l.record_id AND e.version > coalesce(l.second_version, l.first_version)
      AND e.type IN ('Counted', 'Adjusted')) AS overtaken
  FROM stock_count_line l JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id WHERE l.count_id = $1`

const look = (counted: number | null, onHand: number | null, version: number | null): Look | undefined =>
  counted === null || onHand === null || version === null ? undefined : { counted, onHand, version }

export const toCountLine = (row: CountLineRow): CountLine => {
  const first = row.overtaken ? undefined : look(row.first_counted, row.first_on_hand, row.first_version)
  const second = row.overtaken ? undefined : look(row.second_counted, row.second_on_hand, row.second_version)
  return {
    recordId: row.record_id,
    variantId: row.variant_id,
    ...(first ? { first } : {}),
    ...(second ? { second } : {}),
  }
}

export const standingOf = (row: CountLineRow, threshold: RecountThreshold): LineStanding =>
  judgeLine(toCountLine(row), threshold)
