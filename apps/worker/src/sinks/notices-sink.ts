import {
  type Notice,
  type NotificationStore,
  noticeOfMessage,
  type OrderToTell,
  orderToTell,
  type Sink,
} from '@selvedge/core'

/** Writes down what buyers are to be told; the sweeper mails it. A batch that comes again is told once. */
export const createNoticesSink = (deps: {
  readonly readOrders: (orderIds: readonly string[]) => Promise<ReadonlyMap<string, OrderToTell>>
  readonly store: Pick<NotificationStore, 'add'>
}): Sink => ({
  name: 'notices',
  gatherMs: 250,
  handle: async (messages) => {
    const orderIds = new Set(messages.flatMap(({ message }) => orderToTell(message) ?? []))
    if (orderIds.size === 0) return
    const orders = await deps.readOrders([...orderIds])
    const notices = messages.flatMap((sequenced): Notice[] => {
      const order = orders.get(orderToTell(sequenced.message) ?? '')
      const notice = order && noticeOfMessage(sequenced, order)
      return notice ? [notice] : []
    })
    await deps.store.add(notices)
  },
})
