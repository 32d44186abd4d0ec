import { SHIPMENT_LINES_MAX } from '../supply/schemas'
import type { FileColumn } from './file-kinds'
import type { ShipmentRow } from './read-shipment-row'
import { createRowIds } from './row-ids'
import type { RowProblemCode } from './row-problem'

export type Misplaced = { readonly column: FileColumn; readonly code: RowProblemCode; readonly value: string }

type Begun = { readonly no: number; readonly first: ShipmentRow; readonly lineOfSku: Map<string, number> }

/**
 * Sorts the good rows of a file into shipments, counted from 1 in the order of their first rows. Rows of a shipment have
 * to agree on where it goes, when it comes and what it was ordered with, and name a SKU once.
 */
export const createShipmentSorter = (): ((row: ShipmentRow) => { shipmentNo: number } | { misplaced: Misplaced }) => {
  const shipments = new Map<string, Begun>()
  const rowIds = createRowIds()
  // A SKU comes with many shipments: its text is kept once.
  const skus = new Map<string, string>()
  const misplaced = (column: FileColumn, code: RowProblemCode, value: string) => ({
    misplaced: { column, code, value },
  })
  return (row) => {
    const key = JSON.stringify([row.supplier, row.reference])
    const begun = shipments.get(key)
    const { no, first, lineOfSku }: Begun = begun ?? { no: shipments.size + 1, first: row, lineOfSku: new Map() }
    const same = `as line ${first.line}`
    if (row.location !== first.location) return misplaced('location', 'DIFFERS', `${row.location}, not ${same}`)
    if (row.expectedOn !== first.expectedOn)
      return misplaced('expected_on', 'DIFFERS', `${row.expectedOn}, not ${same}`)
    if (row.purchaseOrder !== first.purchaseOrder)
      return misplaced('purchase_order', 'DIFFERS', `${row.purchaseOrder ?? 'none'}, not ${same}`)
    const [earlier, twin] = [lineOfSku.get(row.sku), rowIds.lineOf(row.rowId)]
    if (earlier !== undefined) return misplaced('sku', 'REPEATED', `as line ${earlier}`)
    if (twin !== undefined) return misplaced('row_id', 'REPEATED', `as line ${twin}`)
    if (lineOfSku.size === SHIPMENT_LINES_MAX) return misplaced('reference', 'TOO_MANY_LINES', row.reference)
    const sku = skus.get(row.sku) ?? row.sku
    skus.set(sku, sku)
    lineOfSku.set(sku, row.line)
    rowIds.add(row.rowId, row.line)
    if (!begun) shipments.set(key, { no, first, lineOfSku })
    return { shipmentNo: no }
  }
}
