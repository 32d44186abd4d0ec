import type { Day } from '../supply/day'
import type { CsvRow } from './csv-reader'
import { type CellPlaces, cellsOfRow, type FileHeader } from './row-cells'
import { idOfLine } from './row-ids'
import type { RowProblem } from './row-problem'

/** A SKU of a shipment on its way. A supplier's reference names the shipment: its rows may stand anywhere in the file. */
export type ShipmentRow = {
  readonly line: number
  readonly rowId: string
  /** Codes, as staff know them. */
  readonly supplier: string
  readonly location: string
  readonly reference: string
  readonly purchaseOrder?: string
  readonly sku: string
  readonly units: number
  readonly presale: boolean
  readonly expectedOn: Day
  readonly places: CellPlaces
}

/** The row, or everything that is wrong with it by itself. */
export const readShipmentRow = (
  header: FileHeader,
  row: CsvRow,
  today: Day,
): { readonly row: ShipmentRow } | { readonly problems: readonly RowProblem[] } => {
  const { problems, isWhole, places, ...cells } = cellsOfRow('shipments', header, row)
  if (!isWhole) return { problems }
  const [supplier, reference] = [cells.text('supplier', true), cells.text('reference', true)]
  const [sku, location] = [cells.text('sku', true), cells.text('location', true)]
  const units = cells.units('quantity', { needed: true, least: 1 })
  const [expectedOn, presale] = [cells.day('expected_on', today), cells.yes('presale')]
  const [purchaseOrder, rowId] = [cells.text('purchase_order', false), cells.text('row_id', false)]
  if (problems.length > 0 || supplier === undefined || reference === undefined || sku === undefined) return { problems }
  if (location === undefined || units === undefined || expectedOn === undefined) return { problems }
  return {
    row: {
      line: row.line,
      rowId: rowId ?? idOfLine(row.line),
      supplier,
      location,
      reference,
      sku,
      units,
      presale,
      expectedOn,
      places: places(),
      ...(purchaseOrder === undefined ? {} : { purchaseOrder }),
    },
  }
}
