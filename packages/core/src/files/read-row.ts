import type { CsvRow } from './csv-reader'
import type { CountKind } from './file-kinds'
import { type CellPlaces, cellsOfRow, type FileHeader } from './row-cells'
import { idOfLine } from './row-ids'
import type { RowProblem } from './row-problem'

/** How many there are of a record. */
export type FileRow = {
  readonly line: number
  readonly rowId: string
  readonly sku: string
  readonly location: string
  readonly quantity: number
  readonly safetyStock?: number
  readonly at?: Date
  readonly note?: string
  readonly places: CellPlaces
}

/** The row, or everything that is wrong with it. What it names is looked up by whoever knows the catalogue. */
export const readRow = (
  kind: CountKind,
  header: FileHeader,
  row: CsvRow,
  now: Date,
): { readonly row: FileRow } | { readonly problems: readonly RowProblem[] } => {
  const { problems, isWhole, places, text, units, time } = cellsOfRow(kind, header, row)
  if (!isWhole) return { problems }
  const [sku, location] = [text('sku', true), text('location', true)]
  const quantity = units('quantity', { needed: true, least: 0 })
  const [safetyStock, at] = [units('safety_stock', { needed: false, least: 0 }), time('at', now)]
  const [note, rowId] = [text('note', false), text('row_id', false)]
  if (problems.length > 0 || sku === undefined || location === undefined || quantity === undefined) return { problems }
  return {
    row: {
      line: row.line,
      rowId: rowId ?? idOfLine(row.line),
      sku,
      location,
      quantity,
      places: places(),
      ...(safetyStock === undefined ? {} : { safetyStock }),
      ...(at === undefined ? {} : { at }),
      ...(note === undefined ? {} : { note }),
    },
  }
}
