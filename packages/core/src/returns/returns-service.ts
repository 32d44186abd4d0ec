import type { OrderAsker } from '../orders/orders-service'
import type { PaymentProvider } from '../orders/payments'
import type { OrderReader, OrderSecrets } from '../orders/ports'
import type { OrderRejection } from '../orders/rejections'
import type { Origin } from '../origin'
import { accept, type Result, reject } from '../result'
import type { DueRefund, ReturnAnswer, ReturnDesk } from './ports'
import type { ReturnRejection } from './rejections'
import type { ChangeReturn, DecideReturn, InspectReturn, ReceiveReturn, RequestReturn } from './return-request'
import type { Returnable, ReturnView, StaffReturn } from './views'

export type ReturnsDeps = {
  readonly desk: ReturnDesk
  readonly orders: Pick<OrderReader, 'byNumber'>
  readonly secrets: Pick<OrderSecrets, 'digest'>
  readonly payments: Pick<PaymentProvider, 'refund'>
}

export type ReturnsService = {
  returnable(number: string, asker: OrderAsker): Promise<Result<Returnable, OrderRejection>>
  request(origin: Origin, asker: OrderAsker, request: RequestReturn): ReturnAnswer<ReturnView>
  withdraw(origin: Origin, asker: OrderAsker, number: string, request: ChangeReturn): ReturnAnswer<ReturnView>
  list: ReturnDesk['list']
  view(returnId: number): Promise<Result<StaffReturn, ReturnRejection>>
  decide(origin: Origin, request: DecideReturn): ReturnAnswer<StaffReturn>
  receive(origin: Origin, request: ReceiveReturn): ReturnAnswer<StaffReturn>
  /** Decides a line, then asks the bank for what is due; a bank that does not answer is asked again by the worker. */
  inspect(origin: Origin, request: InspectReturn): ReturnAnswer<StaffReturn>
  /** Gives back what was decided and not given yet, of one order or of all; how many were settled. */
  settleDueRefunds(limit: number, orderId?: string): Promise<number>
}

/** Returns: asked for by the shopper, received and inspected by staff, refunded through the payments port. */
export const createReturnsService = ({ desk, orders, secrets, payments }: ReturnsDeps): ReturnsService => {
  const orderOf = async (number: string, { userId, accessToken }: OrderAsker): Promise<string | undefined> => {
    const order = await orders.byNumber(number)
    if (!order) return undefined
    const isOwner = userId !== undefined && order.userId === userId
    const hasLink =
      accessToken !== undefined && order.accessHash !== undefined && order.accessHash === secrets.digest(accessToken)
    return isOwner || hasLink ? order.view.orderId : undefined
  }

  /** The refund's own id is the key: the same refund asked for twice, or by two processes, is given once. */
  const settle = async (due: DueRefund): Promise<boolean> => {
    const { refundId, paymentKey, amountMinor } = due
    const answer = await payments.refund({ idempotencyKey: paymentKey, refundKey: refundId, amountMinor })
    if (answer.state === 'refunded') {
      await desk.settleRefund(refundId, { state: 'done', ref: answer.ref })
      return true
    }
    if (answer.state === 'pending') return false
    const because = answer.state === 'declined' ? answer.declineCode : answer.state
    await desk.settleRefund(refundId, { state: 'failed', because })
    return true
  }

  const settleAll = async (due: readonly DueRefund[]): Promise<number> => {
    let settled = 0
    for (const refund of due) if (await settle(refund)) settled += 1
    return settled
  }

  return {
    returnable: async (number, asker) => {
      const orderId = await orderOf(number, asker)
      const found = orderId === undefined ? undefined : await desk.returnable(orderId)
      return found ? accept(found) : reject({ code: 'ORDER_NOT_FOUND', number })
    },
    request: async (origin, asker, request) => {
      const orderId = await orderOf(request.number, asker)
      return orderId === undefined
        ? reject({ code: 'ORDER_NOT_FOUND', number: request.number })
        : await desk.request(origin, orderId, request)
    },
    withdraw: async (origin, asker, number, request) => {
      const orderId = await orderOf(number, asker)
      return orderId === undefined
        ? reject({ code: 'ORDER_NOT_FOUND', number })
        : await desk.withdraw(origin, orderId, request)
    },
    list: desk.list,
    view: async (returnId) => {
      const found = await desk.view(returnId)
      return found ? accept(found) : reject({ code: 'RETURN_NOT_FOUND', returnId })
    },
    decide: desk.decide,
    receive: desk.receive,
    inspect: async (origin, request) => {
      const inspected = await desk.inspect(origin, request)
      if (!inspected.ok) return inspected
      await settleAll(await desk.dueRefunds(20, inspected.value.orderId))
      const after = await desk.view(request.returnId)
      return after ? accept(after) : inspected
    },
    settleDueRefunds: async (limit, orderId) => settleAll(await desk.dueRefunds(limit, orderId)),
  }
}
