import type { StockRejection } from '../inventory/rejections'
import type { Origin } from '../origin'
import type { Result } from '../result'
import type { TransferRejection } from './rejections'
import type { ChangeTransfer, CreateTransfer, ReceiveTransfer, TransferState } from './transfer'
import type { TransferSummary, TransferView } from './views'

type Answer<T> = Promise<Result<T, TransferRejection | StockRejection>>

/** Transfers with their stock in one transaction each: the document is locked first, then the records, in order of id. */
export type TransferDesk = {
  list(input: { state?: TransferState; beforeId?: number; limit: number }): Promise<readonly TransferSummary[]>
  view(transferId: number): Promise<TransferView | undefined>
  create(origin: Origin, request: CreateTransfer): Answer<{ transferId: number }>
  cancel(origin: Origin, request: ChangeTransfer): Answer<{ version: number }>
  dispatch(origin: Origin, request: ChangeTransfer): Answer<{ version: number }>
  receive(origin: Origin, request: ReceiveTransfer): Answer<{ version: number; closed: boolean }>
}
