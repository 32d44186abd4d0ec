import type { OrderAsker, OrdersService } from '../orders/orders-service'
import type { OrderRejection } from '../orders/rejections'
import { accept, type Result } from '../result'
import { hideSecrets } from './hide-secrets'
import type { CaughtMail, NoticeView } from './notice'
import type { NotificationStore } from './ports'

export type NoticesService = {
  /** What the buyer of an order was told, newest first; to whoever may see the order. */
  ofOrder(number: string, asker: OrderAsker): Promise<Result<readonly NoticeView[], OrderRejection>>
  ofUser(userId: string, limit: number): Promise<readonly NoticeView[]>
  /** What the local post box holds, newest first; without the secrets of its links. */
  caught(limit: number): Promise<readonly CaughtMail[]>
}

/** Reading what customers were told. */
export const createNoticesService = (deps: {
  readonly orders: Pick<OrdersService, 'byNumber'>
  readonly store: Pick<NotificationStore, 'ofOrder' | 'ofUser'>
  readonly caught: (limit: number) => Promise<readonly CaughtMail[]>
}): NoticesService => ({
  ofOrder: async (number, asker) => {
    const order = await deps.orders.byNumber(number, asker)
    return order.ok ? accept(await deps.store.ofOrder(order.value.orderId)) : order
  },
  ofUser: deps.store.ofUser,
  caught: async (limit) => (await deps.caught(limit)).map((mail) => ({ ...mail, body: hideSecrets(mail.body) })),
})
