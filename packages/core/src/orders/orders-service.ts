import { accept, type Result, reject } from '../result'
import type { OrderView } from './checkout'
import type { AdminOrder, OrderListPage, OrderPage, OrderPageAsked, OrderSummary } from './order-list-views'
import type { OrderHints, OrderReader, OrderSecrets, StoredOrder } from './ports'
import type { OrderRejection } from './rejections'

export type OrdersDeps = {
  readonly orders: OrderReader
  readonly secrets: Pick<OrderSecrets, 'digest'>
  readonly hints?: OrderHints
}

/** Who asks for an order: its signed-in owner, or whoever has the secret of its link. */
export type OrderAsker = { readonly userId?: string | undefined; readonly accessToken?: string | undefined }

export type OrdersService = {
  byNumber(number: string, asker: OrderAsker): Promise<Result<OrderView, OrderRejection>>
  mine(userId: string, page: OrderPageAsked): Promise<OrderPage>
  /**
   * The order now, then again after each new entry of its timeline, until `signal` ends it. With `afterSeq` (the last
   * position the page has) the first view comes only when there is a newer one.
   */
  watch(
    number: string,
    asker: OrderAsker,
    options: { afterSeq?: number | undefined; signal: AbortSignal },
  ): AsyncGenerator<Result<OrderView, OrderRejection>, void>
  list(page: OrderListPage): Promise<OrderPage>
  forStaff(number: string): Promise<Result<AdminOrder, OrderRejection>>
}

/** An order that is being decided is looked at this often, any other one less. */
const LOOK_MS = { moving: 700, resting: 5_000 } as const

/** Reading orders. Who may not see an order is told the same as about one that does not exist. */
export const createOrdersService = ({ orders, secrets, hints }: OrdersDeps): OrdersService => {
  const maySee = (order: StoredOrder, { userId, accessToken }: OrderAsker): boolean =>
    (userId !== undefined && order.userId === userId) ||
    (accessToken !== undefined && order.accessHash !== undefined && order.accessHash === secrets.digest(accessToken))

  const byNumber = async (number: string, asker: OrderAsker): Promise<Result<OrderView, OrderRejection>> => {
    const order = await orders.byNumber(number)
    return order && maySee(order, asker) ? accept(order.view) : reject({ code: 'ORDER_NOT_FOUND', number })
  }

  const paged = (found: readonly OrderSummary[], limit: number): OrderPage => {
    const items = [...found]
    const last = items.length < limit ? undefined : items.at(-1)
    return last ? { items, next: { placedAtMs: last.placedAtMs, orderId: last.orderId } } : { items }
  }

  return {
    byNumber,
    mine: async (userId, page) => paged(await orders.ofUser(userId, page), page.limit),
    list: async (page) => paged(await orders.list(page), page.limit),
    forStaff: async (number) => {
      const order = await orders.forStaff(number)
      return order ? accept(order) : reject({ code: 'ORDER_NOT_FOUND', number })
    },

    watch: async function* (number, asker, { afterSeq = 0, signal }) {
      const first = await byNumber(number, asker)
      if (!first.ok) {
        yield first
        return
      }
      const { orderId } = first.value
      let seen = { seq: afterSeq, promises: '' }
      let mark = await orders.mark(orderId)
      // Read after the mark: what changes from here on changes the mark as well.
      let known = await byNumber(number, asker)
      while (known.ok && !signal.aborted) {
        const now = { seq: known.value.timeline.at(-1)?.seq ?? 0, promises: promisesOf(known.value) }
        if (now.seq > seen.seq || now.promises !== seen.promises) yield known
        seen = now
        const { state } = known.value
        const moving = state === 'placing' || state === 'payment_pending'
        await wait(orderId, moving ? LOOK_MS.moving : LOOK_MS.resting, signal, hints)
        if (signal.aborted) return
        const newest = await orders.mark(orderId)
        if (newest !== mark) known = await byNumber(number, asker)
        mark = newest
      }
    },
  }
}

/** What a buyer is told of supply to come, as one text: it moves without an entry of the timeline. */
const promisesOf = ({ lines }: OrderView): string =>
  lines.some(({ promise }) => promise) ? JSON.stringify(lines.map(({ shipBy, promise }) => [shipBy, promise])) : ''

/** Until the time is over, a hint comes, or the watcher leaves; whichever is first. Leaves no timer and no listener. */
const wait = (orderId: string, ms: number, signal: AbortSignal, hints: OrderHints | undefined): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unhint?.()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    const unhint = hints?.onHint(orderId, done)
    signal.addEventListener('abort', done, { once: true })
    if (signal.aborted) done()
  })
