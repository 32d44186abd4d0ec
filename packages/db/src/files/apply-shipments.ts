import {
  columnName,
  type RowProblem,
  type RowProblemCode,
  reject,
  SHIPMENT_LINES_MAX,
  type ShipmentContents,
  type SupplyRejection,
} from '@selvedge/core'
import type pg from 'pg'
import { idOfWords } from '../id-of-words'
import type { PgStockEngine } from '../inventory/stock-engine'
import { tellRoom } from '../outbox/tell-rooms'
import { type Announced, announceEach } from '../supply/announce-shipment'
import { rebind } from '../supply/rebind'
import { causeByLine, recordsOf } from '../supply/shipment-rows'
import { finishJob, lockApplying } from './applying-job'
import { type KeptColumn, placeOf } from './kept-places'
import { insertProblems } from './problems'
import { tellOfFile } from './tell-of-file'

/** The largest shipment is whole, and the row behind it shows that it is. */
const ROWS_AT_ONCE = SHIPMENT_LINES_MAX + 1

type Row = {
  shipment_no: number
  line: number
  row_id: string
  supplier_id: number
  location_id: number
  purchase_order: string | null
  reference: string
  sku: string
  units: number
  presale: boolean
  expected_on: string
  places: number[]
}
type Shipment = { readonly no: number; readonly rows: readonly [Row, ...Row[]] }

/**
 * Announces the next shipments of an approved file in one transaction with the cursor that remembers them, as the form
 * does: their SKUs' promises are bound again. The id of a shipment's first row is its key for good. What cannot be
 * announced any more, since something came between check and apply, becomes a problem of its rows.
 */
export const applyShipments = async (
  { engine }: { engine: PgStockEngine },
  id: string,
): Promise<'again' | 'done' | 'not-applying'> => {
  let shipments: readonly Shipment[] = []
  let answers: readonly Announced[] = []
  const outcome = await engine.transact({
    plan: async (client) => {
      const job = await lockApplying(client, id)
      if (!job) return reject({ code: 'NOT_APPLYING' as const })
      shipments = await nextShipments(client, id, job.cursor)
      const origin = { actor: job.created_by, correlationId: job.correlation_id }
      const announcing = shipments.map(({ rows }) => ({
        eventId: idOfWords('import', id, rows[0].row_id),
        shipment: shipmentOf(rows),
      }))
      const announced = await announceEach(client, announcing, origin)
      answers = announced.answers
      const { lines } = announced
      return await rebind(client, { ...recordsOf(lines), causeOf: causeByLine(lines), origin })
    },
    alongside: async (client) => {
      const last = shipments.at(-1)
      if (!last) {
        await finishJob(client, id)
        await tellRoom(client, 'supply', `file:${id}`)
        return 'done' as const
      }
      const problems = shipments.flatMap(({ rows }, nth) => {
        const answer = answers[nth]
        return answer && !answer.ok ? rows.map((row) => problemOf(row, answer.error)) : []
      })
      const { rows } = await client.query<{ no: number }>(
        'SELECT coalesce(max(no), 0)::int AS no FROM file_problem WHERE job_id = $1',
        [id],
      )
      await insertProblems(client, id, rows[0]?.no ?? 0, problems)
      const read = shipments.reduce((sum, shipment) => sum + shipment.rows.length, 0)
      const announced = shipments.reduce((sum, shipment, nth) => {
        const answer = answers[nth]
        return answer?.ok === true && !answer.value.repeated ? sum + shipment.rows.length : sum
      }, 0)
      await client.query(
        `UPDATE file_job SET cursor = $2, done_rows = done_rows + $3 - $4, good_rows = good_rows - $4, bad_rows = bad_rows + $4,
           changed_rows = changed_rows + $5 WHERE id = $1`,
        [id, last.no, read, problems.length, announced],
      )
      await tellOfFile(client, 'FileMoved', id)
      return 'again' as const
    },
  })
  if (outcome.ok) return outcome.value.value ?? 'again'
  if (outcome.error.code === 'NOT_APPLYING') return 'not-applying'
  throw new Error(`a shipment that was checked is refused: ${outcome.error.code}`)
}

/** The next shipments, each with all of its rows. */
const nextShipments = async (client: pg.ClientBase, id: string, after: number): Promise<readonly Shipment[]> => {
  const { rows } = await client.query<Row>(
    `SELECT shipment_no, line, row_id, supplier_id, location_id, purchase_order, reference, sku, units, presale,
            to_char(expected_on, 'YYYY-MM-DD') AS expected_on, places
       FROM file_shipment_row WHERE job_id = $1 AND shipment_no > $2 ORDER BY shipment_no, no LIMIT $3`,
    [id, after, ROWS_AT_ONCE],
  )
  const shipments: { no: number; rows: [Row, ...Row[]] }[] = []
  for (const row of rows) {
    const last = shipments.at(-1)
    if (last?.no === row.shipment_no) last.rows.push(row)
    else shipments.push({ no: row.shipment_no, rows: [row] })
  }
  return rows.length < ROWS_AT_ONCE ? shipments : shipments.slice(0, -1)
}

const shipmentOf = ([first, ...others]: Shipment['rows']): ShipmentContents => ({
  supplierId: first.supplier_id,
  locationId: first.location_id,
  expectedOn: first.expected_on,
  reference: first.reference,
  ...(first.purchase_order === null ? {} : { purchaseOrder: first.purchase_order }),
  lines: [first, ...others].map(({ sku, units, presale }) => ({ sku, units, presale })),
})

/** What came between check and apply, in the words of a row. */
const CAME_BETWEEN: Readonly<Partial<Record<SupplyRejection['code'], readonly [KeptColumn, RowProblemCode]>>> = {
  SUPPLIER_NOT_FOUND: ['supplier', 'UNKNOWN_SUPPLIER'],
  LOCATION_NOT_FOUND: ['location', 'UNKNOWN_LOCATION'],
  SKU_UNKNOWN: ['sku', 'UNKNOWN_SKU'],
  DAY_IN_THE_PAST: ['expected_on', 'IN_THE_PAST'],
  SHIPMENT_REFERENCE_TAKEN: ['reference', 'ALREADY_ANNOUNCED'],
  PURCHASE_ORDER_NOT_FOUND: ['purchase_order', 'UNKNOWN_PURCHASE_ORDER'],
  PURCHASE_ORDER_STATE: ['purchase_order', 'PURCHASE_ORDER_NOT_OPEN'],
  PURCHASE_ORDER_SUPPLIER: ['purchase_order', 'OTHER_SUPPLIER'],
}

/** What stands in a cell; of supplier and place only ids are kept. */
const CELL: Readonly<Record<KeptColumn, (row: Row) => string | undefined>> = {
  supplier: () => undefined,
  location: () => undefined,
  sku: ({ sku }) => sku,
  expected_on: ({ expected_on }) => expected_on,
  reference: ({ reference }) => reference,
  purchase_order: ({ purchase_order }) => purchase_order ?? undefined,
}

const problemOf = (row: Row, error: SupplyRejection): RowProblem => {
  const between = CAME_BETWEEN[error.code]
  if (!between) throw new Error(`line ${row.line} was checked and is refused: ${error.code}`)
  const [column, code] = between
  const value = error.code === 'SKU_UNKNOWN' ? error.sku : CELL[column](row)
  const place = { line: row.line, column: placeOf(row.places, column), name: columnName('shipments', column) }
  return { ...place, code, ...(value === undefined ? {} : { value }) }
}
