import type { ShipmentRow } from '@selvedge/core'
import type pg from 'pg'
import { readDirectory } from '../sync/read-books'

/** What is known of everything that rows of shipments name. */
export type NamedByShipments = {
  /** Ids by code. */
  readonly suppliers: ReadonlyMap<string, number>
  readonly locations: ReadonlyMap<string, number>
  /** Ids by SKU. */
  readonly variants: ReadonlyMap<string, number>
  /** Purchase orders by number. */
  readonly orders: ReadonlyMap<string, { readonly supplierId: number; readonly isOpen: boolean }>
  /** The shipment that stands under the row's reference already. */
  readonly announced: (row: ShipmentRow) => string | undefined
}

const distinct = (texts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== undefined)),
]

/** Looks up what these rows name, in four statements. */
export const readNamed = async (pool: pg.Pool, rows: readonly ShipmentRow[]): Promise<NamedByShipments> => {
  const directory = await readDirectory(
    pool,
    rows.map(({ sku }) => sku),
  )
  const suppliers = await pool.query<{ id: number; code: string }>(
    'SELECT id, code FROM supplier WHERE code = ANY($1::text[])',
    [distinct(rows.map(({ supplier }) => supplier))],
  )
  const orders = await pool.query<{ number: string; supplier_id: number; state: string }>(
    'SELECT number, supplier_id, state FROM purchase_order WHERE number = ANY($1::text[])',
    [distinct(rows.map(({ purchaseOrder }) => purchaseOrder))],
  )
  const announced = await pool.query<{ code: string; reference: string; number: string }>(
    `SELECT p.code, s.reference, s.number FROM inbound_shipment s JOIN supplier p ON p.id = s.supplier_id
      WHERE s.supplier_id = ANY($1::int[]) AND s.reference = ANY($2::text[]) AND s.state <> 'cancelled'`,
    [suppliers.rows.map(({ id }) => id), distinct(rows.map(({ reference }) => reference))],
  )
  const referenceKey = (code: string, reference: string): string => JSON.stringify([code, reference])
  const numbers = new Map(announced.rows.map((row) => [referenceKey(row.code, row.reference), row.number]))
  return {
    suppliers: new Map(suppliers.rows.map(({ id, code }) => [code, id])),
    locations: directory.locations,
    variants: directory.variants,
    orders: new Map(
      orders.rows.map(({ number, supplier_id, state }) => {
        return [number, { supplierId: supplier_id, isOpen: state === 'sent' || state === 'part_received' }]
      }),
    ),
    announced: ({ supplier, reference }) => numbers.get(referenceKey(supplier, reference)),
  }
}
