import type { Binding, PromiseKind, SupplyLine } from '@selvedge/core'
import type pg from 'pg'
import { COMING, WAITERS, WAITING } from './waiting-sql'

/** An order line's open promise with its bindings; none while it is being made. */
export type OpenPromise = {
  readonly promiseId: number
  readonly recordId: number
  readonly variantId: number
  readonly orderId: string
  readonly lineNo: number
  readonly open: number
  readonly kind: PromiseKind
  readonly shipBy: string | null
  /** The days of what else is open of the line, at other places; null for what has none. */
  readonly elsewhere: readonly (string | null)[]
  readonly madeOn: string
  readonly bindings: readonly Binding[]
}

/** A hold, or units just committed, that draw on supply to come and are no promise yet. */
export type PendingUnits = {
  readonly recordId: number
  readonly cartId: string
  readonly holdId: string
  readonly units: number
}

export type OpenLine = SupplyLine & { readonly recordId: number; readonly presale: boolean }

export type PlaceOfRecord = {
  readonly recordId: number
  readonly variantId: number
  readonly backorderUnits: number
  /** From the promise to the parcel: replenishment and the place's handling. */
  readonly backorderDays: number
}

/** Who waits for a record, in their order, and what is on its way to it. */
export type RecordWaiting = {
  readonly place?: PlaceOfRecord
  readonly promises: readonly OpenPromise[]
  readonly pending: readonly PendingUnits[]
  readonly lines: readonly OpenLine[]
}

/** Records that neither are nor have anything are not in it. */
export type WaitingFor = { readonly today: string; readonly records: ReadonlyMap<number, RecordWaiting> }

/**
 * What binding needs: lines only of records that somebody waits for, and of all of them the sum open for presale with the
 * first of the lines it comes from.
 */
export type WaitingToBind = WaitingFor & {
  readonly presaleUnits: ReadonlyMap<number, number>
  readonly presaleLines: ReadonlyMap<number, number>
}

type Row =
  | { kind: 'place'; body: PlaceOfRecord & { today: string } }
  | { kind: 'promise'; body: OpenPromise }
  | { kind: 'pending'; body: PendingUnits }
  | { kind: 'line'; body: OpenLine }
  | { kind: 'presale'; body: { readonly recordId: number; readonly units: number; readonly lineId: number } }

type Client = pg.Pool | pg.PoolClient

/** Reads the queues of these records; under their locks it is what a decision may rest on. */
export const readWaiting = async (client: Client, recordIds: readonly number[]): Promise<WaitingFor> =>
  toWaiting((await client.query<Row>({ ...WAITING, values: [recordIds] })).rows)

/**
 * Reads the queues of these records to bind them. A record that nobody waits for may have any number of shipments on
 * their way: their lines are left unread.
 */
export const readToBind = async (client: Client, recordIds: readonly number[]): Promise<WaitingToBind> => {
  const { rows } = await client.query<Row>({ ...WAITERS, values: [recordIds] })
  const awaited = new Set(
    rows.flatMap(({ kind, body }) => (kind === 'promise' || kind === 'pending' ? [body.recordId] : [])),
  )
  const coming = awaited.size === 0 ? [] : (await client.query<Row>({ ...COMING, values: [[...awaited]] })).rows
  const presale = rows.flatMap((row) => (row.kind === 'presale' ? [row.body] : []))
  return {
    ...toWaiting([...rows, ...coming]),
    presaleUnits: new Map(presale.map(({ recordId, units }) => [recordId, units])),
    presaleLines: new Map(presale.map(({ recordId, lineId }) => [recordId, lineId])),
  }
}

type Gathered = { place?: PlaceOfRecord; promises: OpenPromise[]; pending: PendingUnits[]; lines: OpenLine[] }

const toWaiting = (rows: readonly Row[]): WaitingFor => {
  const records = new Map<number, Gathered>()
  const gatheredOf = (recordId: number): Gathered => {
    const gathered = records.get(recordId) ?? { promises: [], pending: [], lines: [] }
    records.set(recordId, gathered)
    return gathered
  }
  let today = ''
  for (const row of rows) {
    if (row.kind === 'promise') gatheredOf(row.body.recordId).promises.push(row.body)
    else if (row.kind === 'pending') gatheredOf(row.body.recordId).pending.push(row.body)
    else if (row.kind === 'line') gatheredOf(row.body.recordId).lines.push(row.body)
    else if (row.kind === 'place') {
      today = row.body.today
      gatheredOf(row.body.recordId).place = row.body
    }
  }
  return { today, records }
}
