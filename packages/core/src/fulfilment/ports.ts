import type { StockRejection } from '../inventory/rejections'
import type { OrderRejection } from '../orders/rejections'
import type { Origin } from '../origin'
import type { Result } from '../result'
import type { FulfilmentView, PackParcel, ShipParcel, StartParcel } from './parcel'
import type { FulfilmentRejection } from './rejections'
import type { ShippingWorklist, ShippingWorklistAsked } from './shipping-worklist'

export type FulfilmentAnswer<T = FulfilmentView> = Promise<
  Result<T, FulfilmentRejection | OrderRejection | StockRejection>
>

/** A payment that was agreed to and not taken yet: taken with the first parcel. Minor units. */
export type PaymentToTake = {
  readonly orderId: string
  readonly number: string
  readonly idempotencyKey: string
  readonly amountMinor: number
}

/**
 * Parcels of an order. Every change locks the order, then the levels it moves, in one transaction; asked for twice, it
 * happens once.
 */
export type FulfilmentDesk = {
  ofOrder(number: string): FulfilmentAnswer
  /** What every place has set aside for orders and not sent, the oldest promise first. */
  worklist(asked: ShippingWorklistAsked): Promise<ShippingWorklist>
  start(request: StartParcel, origin: Origin): FulfilmentAnswer
  /**
   * Closes the box. Units that were not found leave the books as missing, and move to another place that has them free;
   * where none has, they stay the order's, short.
   */
  pack(request: PackParcel, origin: Origin): FulfilmentAnswer
  /** The parcel leaves: its units are shipped, the order's state follows, the buyer is told. */
  ship(request: ShipParcel, origin: Origin): FulfilmentAnswer
  putBack(parcelId: string, origin: Origin): FulfilmentAnswer
  deliver(parcelId: string, origin: Origin): FulfilmentAnswer
  /** The payment of a parcel's order, while it is agreed to only. */
  paymentToTake(parcelId: string): Promise<PaymentToTake | undefined>
  /** Writes once that the money was taken. */
  paymentTaken(payment: PaymentToTake, ref: string, origin: Origin): Promise<void>
}
