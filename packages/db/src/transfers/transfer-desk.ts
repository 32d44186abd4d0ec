import type { TransferDesk } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { cancelTransfer } from './cancel-transfer'
import { createTransfer } from './create-transfer'
import { dispatchTransfer } from './dispatch-transfer'
import { listTransfers, viewTransfer } from './read-transfers'
import { receiveTransfer } from './receive-transfer'

/** Transfers over PostgreSQL (port: core TransferDesk). */
export const createTransferDesk = ({
  pool,
  engine,
}: {
  pool: pg.Pool
  engine: Pick<PgStockEngine, 'transact'>
}): TransferDesk => ({
  list: (input) => listTransfers(pool, input),
  view: (transferId) => viewTransfer(pool, transferId),
  create: (origin, request) => createTransfer(pool, origin, request),
  cancel: (_origin, request) => cancelTransfer(pool, request),
  dispatch: (origin, request) => dispatchTransfer(engine, origin, request),
  receive: (origin, request) => receiveTransfer(engine, origin, request),
})
