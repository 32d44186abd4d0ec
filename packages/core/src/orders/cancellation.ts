import type { Origin } from '../origin'
import { accept, type Result, reject } from '../result'
import type { OrderView } from './checkout'
import type { OrderAsker, OrdersService } from './orders-service'
import type { PaymentAnswer, PaymentProvider } from './payments'
import type { OrderReader } from './ports'
import type { CancelRejection, OrderRejection } from './rejections'

export type CancelledBy = 'CANCELLED_BY_BUYER' | 'CANCELLED_BY_STAFF'

/** A payment of a cancelled order that stands. Minor units. */
export type StandingPayment = {
  readonly orderId: string
  readonly idempotencyKey: string
  readonly amountMinor: number
}

export type CancelDesk = {
  /**
   * One transaction: the order locked, its allocation and its promises given back, whoever waits bound again, the timeline
   * and OrderCancelled written. Of an order that has left in part, the rest ends: its refund is written down, and
   * RestCancelled. What was cancelled before is accepted and changes nothing.
   */
  cancel(orderId: string, by: CancelledBy, origin: Origin): Promise<Result<void, CancelRejection>>
  /** The buyer keeps what was promised for another day. Answered before is accepted and changes nothing. */
  keep(orderId: string, origin: Origin): Promise<void>
  /** Money of orders cancelled by hand that still has to go back. */
  standingPayments(limit: number, orderId?: string): Promise<readonly StandingPayment[]>
  /** Writes the bank's answer once. */
  settlePayment(payment: StandingPayment, answer: { state: 'voided' | 'refunded'; ref: string }): Promise<void>
}

type Answer = Promise<Result<OrderView, OrderRejection | CancelRejection>>

export type CancellationService = {
  /** The order, or what of it has not left. The money goes back at once, or by the worker when the bank is away. */
  cancel(number: string, asker: OrderAsker, origin: Origin): Answer
  cancelForShop(number: string, origin: Origin): Answer
  keep(number: string, asker: OrderAsker, origin: Origin): Answer
  /** Gives back what stands; how many payments were settled. */
  settleStanding(limit: number): Promise<number>
}

export type CancellationDeps = {
  readonly desk: CancelDesk
  readonly orders: Pick<OrdersService, 'byNumber'>
  readonly reader: Pick<OrderReader, 'byNumber'>
  readonly payments: Pick<PaymentProvider, 'lookup' | 'void' | 'refund'>
  /** Gives back what is due of an order that goes on; without it, the worker does. */
  readonly settleRefunds?: (orderId: string) => Promise<unknown>
}

export const createCancellationService = ({
  desk,
  orders,
  reader,
  payments,
  settleRefunds,
}: CancellationDeps): CancellationService => {
  /** The refund's key is made of the payment's: asked for twice, or by two processes, it is given once. */
  const giveBack = async ({ idempotencyKey, amountMinor }: StandingPayment): Promise<PaymentAnswer> => {
    const now = await payments.lookup(idempotencyKey)
    if (now.state === 'captured')
      return await payments.refund({ idempotencyKey, refundKey: `${idempotencyKey}:cancel`, amountMinor })
    return now.state === 'voided' || now.state === 'refunded' ? now : await payments.void({ idempotencyKey })
  }

  const settle = async (standing: readonly StandingPayment[]): Promise<number> => {
    let settled = 0
    for (const payment of standing) {
      const answer = await giveBack(payment)
      if (answer.state !== 'voided' && answer.state !== 'refunded') continue
      await desk.settlePayment(payment, { state: answer.state, ref: answer.ref })
      settled += 1
    }
    return settled
  }

  const viewed = async (number: string): Answer => {
    const order = await reader.byNumber(number)
    return order ? accept(order.view) : reject({ code: 'ORDER_NOT_FOUND', number })
  }

  const end = async (number: string, orderId: string, by: CancelledBy, origin: Origin): Answer => {
    const cancelled = await desk.cancel(orderId, by, origin)
    if (!cancelled.ok) return cancelled
    await settle(await desk.standingPayments(5, orderId))
    await settleRefunds?.(orderId)
    return await viewed(number)
  }

  return {
    cancel: async (number, asker, origin) => {
      const order = await orders.byNumber(number, asker)
      return order.ok ? await end(number, order.value.orderId, 'CANCELLED_BY_BUYER', origin) : order
    },
    cancelForShop: async (number, origin) => {
      const order = await viewed(number)
      return order.ok ? await end(number, order.value.orderId, 'CANCELLED_BY_STAFF', origin) : order
    },
    keep: async (number, asker, origin) => {
      const order = await orders.byNumber(number, asker)
      if (!order.ok) return order
      await desk.keep(order.value.orderId, origin)
      return await viewed(number)
    },
    settleStanding: async (limit) => settle(await desk.standingPayments(limit)),
  }
}
