import {
  columnName,
  createShipmentSorter,
  type Day,
  type Misplaced,
  readShipmentRow,
  type ShipmentRow,
} from '@selvedge/core'
import type pg from 'pg'
import { keptPlaces } from './kept-places'
import { type NamedByShipments, readNamed } from './named-by-shipments'
import type { RowKeeper } from './row-keeper'

type Placed = ShipmentRow & { readonly shipmentNo: number; readonly supplierId: number; readonly locationId: number }

/** Rows of shipments on their way: those of one supplier's reference are announced together. */
export const keepShipments = (pool: pg.Pool, { id, today }: { id: string; today: Day }): RowKeeper => {
  const sort = createShipmentSorter()
  let rows: ShipmentRow[] = []

  const place = (row: ShipmentRow, named: NamedByShipments): Placed | { readonly wrong: readonly Misplaced[] } => {
    const supplierId = named.suppliers.get(row.supplier)
    const locationId = named.locations.get(row.location)
    const wrong = wrongNames(row, named)
    if (wrong.length > 0 || supplierId === undefined || locationId === undefined) return { wrong }
    const sorted = sort(row)
    if ('misplaced' in sorted) return { wrong: [sorted.misplaced] }
    return { ...row, shipmentNo: sorted.shipmentNo, supplierId, locationId }
  }
  return {
    take: (header, row) => {
      const read = readShipmentRow(header, row, today)
      if ('problems' in read) return read.problems
      rows.push(read.row)
      return []
    },
    waiting: () => rows.length,
    keep: async (before) => {
      const taken = rows
      rows = []
      const named = await readNamed(pool, taken)
      const placed = taken.map((row) => ({ row, at: place(row, named) }))
      const good = placed.flatMap(({ at }) => ('wrong' in at ? [] : [at]))
      const problems = placed.flatMap(({ row: { line, places }, at }) =>
        'wrong' in at
          ? at.wrong.map(({ column, code, value }) => {
              return { line, column: places[column] ?? 1, name: columnName('shipments', column), code, value }
            })
          : [],
      )
      await insertRows(pool, id, before, good)
      return { good: good.length, bad: taken.length - good.length, problems }
    },
  }
}

/** Everything a row names that is not known, or not to be had. */
const wrongNames = (row: ShipmentRow, named: NamedByShipments): readonly Misplaced[] => {
  const wrong: Misplaced[] = []
  const supplierId = named.suppliers.get(row.supplier)
  if (supplierId === undefined) wrong.push({ column: 'supplier', code: 'UNKNOWN_SUPPLIER', value: row.supplier })
  if (!named.variants.has(row.sku)) wrong.push({ column: 'sku', code: 'UNKNOWN_SKU', value: row.sku })
  if (!named.locations.has(row.location))
    wrong.push({ column: 'location', code: 'UNKNOWN_LOCATION', value: row.location })
  const announced = named.announced(row)
  if (announced !== undefined)
    wrong.push({ column: 'reference', code: 'ALREADY_ANNOUNCED', value: `${row.reference}, as ${announced}` })
  if (row.purchaseOrder === undefined) return wrong
  const order = named.orders.get(row.purchaseOrder)
  const value = row.purchaseOrder
  if (!order) wrong.push({ column: 'purchase_order', code: 'UNKNOWN_PURCHASE_ORDER', value })
  else if (supplierId !== undefined && order.supplierId !== supplierId)
    wrong.push({ column: 'purchase_order', code: 'OTHER_SUPPLIER', value })
  else if (!order.isOpen) wrong.push({ column: 'purchase_order', code: 'PURCHASE_ORDER_NOT_OPEN', value })
  return wrong
}

const insertRows = async (pool: pg.Pool, id: string, before: number, rows: readonly Placed[]): Promise<void> => {
  if (rows.length === 0) return
  await pool.query(
    `INSERT INTO file_shipment_row (job_id, no, shipment_no, line, row_id, supplier_id, location_id, purchase_order, reference, sku,
         units, presale, expected_on, places)
     SELECT $1, $2 + r.ord, r.shipment_no, r.line, r.row_id, r.supplier_id, r.location_id, r.purchase_order, r.reference, r.sku,
         r.units, r.presale, r.expected_on, r.places::int[]
       FROM unnest($3::int[], $4::int[], $5::text[], $6::int[], $7::int[], $8::text[], $9::text[], $10::text[], $11::int[],
         $12::boolean[], $13::date[], $14::text[]) WITH ORDINALITY AS r(shipment_no, line, row_id, supplier_id, location_id, purchase_order,
         reference, sku, units, presale, expected_on, places, ord)`,
    [
      id,
      before,
      rows.map(({ shipmentNo }) => shipmentNo),
      rows.map(({ line }) => line),
      rows.map(({ rowId }) => rowId),
      rows.map(({ supplierId }) => supplierId),
      rows.map(({ locationId }) => locationId),
      rows.map(({ purchaseOrder }) => purchaseOrder ?? null),
      rows.map(({ reference }) => reference),
      rows.map(({ sku }) => sku),
      rows.map(({ units }) => units),
      rows.map(({ presale }) => presale),
      rows.map(({ expectedOn }) => expectedOn),
      rows.map(({ places }) => keptPlaces(places)),
    ],
  )
}
