import type { StockRejection } from '../inventory/rejections'
import type { OrderRejection } from '../orders/rejections'
import type { Origin } from '../origin'
import type { Result } from '../result'
import type { ReturnRejection } from './rejections'
import type {
  ChangeReturn,
  DecideReturn,
  InspectReturn,
  ReceiveReturn,
  RequestReturn,
  ReturnState,
} from './return-request'
import type { Returnable, ReturnSummary, ReturnView, StaffReturn } from './views'

export type ReturnAnswer<T> = Promise<Result<T, ReturnRejection | OrderRejection | StockRejection>>

/** Money to give back, as recorded with the inspection that decided it. */
export type DueRefund = {
  readonly refundId: string
  readonly orderId: string
  readonly orderNumber: string
  /** The payment it comes out of. */
  readonly paymentKey: string
  readonly amountMinor: number
}

/** Keeps returns. Order row first, then the return, then the records: the one order of locks. */
export type ReturnDesk = {
  /** For the order page; the asker's right to the order was checked before. */
  returnable(orderId: string): Promise<Returnable | undefined>
  list(input: { state?: ReturnState; beforeId?: number; limit: number }): Promise<readonly ReturnSummary[]>
  view(returnId: number): Promise<StaffReturn | undefined>
  request(origin: Origin, orderId: string, request: RequestReturn): ReturnAnswer<ReturnView>
  decide(origin: Origin, request: DecideReturn): ReturnAnswer<StaffReturn>
  receive(origin: Origin, request: ReceiveReturn): ReturnAnswer<StaffReturn>
  /** Stock, line, and the refund to be made, in one transaction; the bank is asked afterwards. */
  inspect(origin: Origin, request: InspectReturn): ReturnAnswer<StaffReturn>
  withdraw(origin: Origin, orderId: string, request: ChangeReturn): ReturnAnswer<ReturnView>
  /** Refunds decided and not yet given, oldest first. */
  dueRefunds(limit: number, orderId?: string): Promise<readonly DueRefund[]>
  /** Records the bank's answer once: order timeline, payment, message; a refund that is settled stays. */
  settleRefund(refundId: string, answer: { state: 'done' | 'failed'; ref?: string; because?: string }): Promise<void>
}
