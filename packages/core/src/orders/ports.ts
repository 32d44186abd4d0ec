import type { BagLineRecord, BagRecord } from '../bag/ports'
import type { Hints } from '../live/hints'
import type { Origin } from '../origin'
import type { Result } from '../result'
import type { OrderState, OrderView, PlaceOrder } from './checkout'
import type { AdminOrder, OrderListPage, OrderPageAsked, OrderSummary } from './order-list-views'
import type { PricedBag } from './quote-bag'
import type { CheckoutRejection } from './rejections'
import type { Checkout, SagaState, Transition } from './saga'

export type Lease = { readonly owner: string; readonly leaseMs: number }

export type OrderDraft = {
  readonly priced: PricedBag
  readonly lines: readonly { readonly line: BagLineRecord; readonly holdId: string }[]
}

export type BeginCheckout = {
  readonly order: PlaceOrder
  readonly requestHash: string
  readonly accessHash: string
  /** Absent when the browser's claim on its bag has ended: then only an order placed before can be recognised. */
  readonly cartId: string | undefined
  readonly userId?: string
  readonly origin: Origin
  readonly lease: Lease
}

/** A checkout that has not ended, with the id of the request that began it. */
export type RunningCheckout = { readonly orderId: string; readonly correlationId: string }

/**
 * Keeps sagas and orders. Every write after `begin` is fenced: it counts only while its owner holds the lease and the
 * saga stands where the step began. Leases run by the database's clock.
 */
export type CheckoutStore = {
  /**
   * One transaction: locks the bag, recognises the order id, lets `draft` decide on the bag as locked, writes order,
   * lines, payment (pending, with its idempotency key), saga with the lease, timeline and CheckoutStarted.
   * `existing`: the same order was placed before.
   */
  begin(
    request: BeginCheckout,
    draft: (bag: BagRecord | undefined) => Result<OrderDraft, CheckoutRejection>,
  ): Promise<Result<Checkout | 'existing', CheckoutRejection>>
  /** The checkout, if it is running and nobody else has it. */
  claim(orderId: string, lease: Lease): Promise<Checkout | undefined>
  /** False when the lease or the step was lost meanwhile: then nothing was written. */
  record(lease: Lease, checkout: Checkout, transition: Transition): Promise<boolean>
  /** Gives the lease back after a fault, so that the next one need not wait it out. */
  release(orderId: string, owner: string): Promise<void>
  standing(orderId: string): Promise<Standing | undefined>
  /** Running sagas of orders placed in this span of the database's clock (epoch milliseconds, both ends in it). */
  findRunning(fromMs: number, toMs: number): Promise<readonly RunningCheckout[]>
  /** Running sagas whose lease has run out, oldest first. */
  findStuck(limit: number): Promise<readonly string[]>
}

export type Standing = {
  readonly sagaState: SagaState
  readonly orderState: OrderState
  readonly rejection?: CheckoutRejection
}

/** Makes what must not be guessed; implemented with the shop's secret. */
export type OrderSecrets = {
  /** The secret of an order's link: the same for the same order, so that a repeated place-order answers the same. */
  accessToken(orderId: string): string
  /** SHA-256, hex. */
  digest(text: string): string
}

/** An order as its keeper sees it, with who may see it. */
export type StoredOrder = { readonly view: OrderView; readonly userId?: string; readonly accessHash?: string }

export type OrderReader = {
  byId(orderId: string): Promise<StoredOrder | undefined>
  byNumber(number: string): Promise<StoredOrder | undefined>
  /** Another text whenever the order's timeline has a new entry or one of its promises stands otherwise. */
  mark(orderId: string): Promise<string>
  ofUser(userId: string, page: OrderPageAsked): Promise<readonly OrderSummary[]>
  /** `query` matches number or e-mail. */
  list(page: OrderListPage): Promise<readonly OrderSummary[]>
  forStaff(number: string): Promise<AdminOrder | undefined>
}

/** A hint that an order has moved, if the house has a wire for it; polling is the truth. */
export type OrderHints = Hints
