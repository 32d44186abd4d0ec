import type { AllocationGuide } from '../allocation/ports'
import type { StockEngine, StockReader } from '../inventory/ports'
import { accept, type Result, reject } from '../result'
import type { SupplyReader } from '../supply/ports'
import { createOneAtATime } from './one-at-a-time'
import type { BagLineRecord, BagRecord, BagStore, ChannelReader } from './ports'
import type { BagRejection } from './rejections'
import type { AddToBag, SetQuantity, TakeAgain } from './requests'
import { type Shopper, shapeLine } from './shape-line'
import { emptyBag, isHeld, showBag } from './show-bag'
import type { BagView } from './views'

export type BagDeps = {
  readonly store: BagStore
  readonly channels: ChannelReader
  readonly stock: StockEngine
  readonly stockReader: StockReader
  /** How the channel chooses warehouses; without it, the order of the selling places. */
  readonly allocation?: AllocationGuide
  readonly supply: Pick<SupplyReader, 'outlook' | 'holdPromises'>
  /** Epoch milliseconds; shown for bags that are not in the database yet, never used to decide. */
  readonly nowMs: () => number
}

type BagAnswer = Promise<Result<BagView, BagRejection>>

export type BagService = {
  /** The bag as it is; an empty one for a browser that has none. */
  get(cartId: string | undefined): Promise<BagView>
  /** Puts units into the bag, held where policy allows. A SKU that is in the bag already grows. */
  add(shopper: Shopper, request: AddToBag): BagAnswer
  setQuantity(shopper: Shopper, request: SetQuantity): BagAnswer
  /** Gives the hold back and drops the line; a line that is gone already is no error. */
  remove(shopper: Shopper, request: { lineId: string }): BagAnswer
  /** Lengthens the line's hold by the policy's extension, as often as the policy says. */
  extend(shopper: Shopper, request: { lineId: string }): BagAnswer
  /** A new hold for a line whose hold has ended or was never given. */
  takeAgain(shopper: Shopper, request: TakeAgain): BagAnswer
  /**
   * At sign-in. The guest's bag becomes the user's, so its holds stay as they are; lines of the user's former bag that
   * it lacks come along with their reservations re-keyed under the records' locks. A new hold under another cart would
   * have to come before or after the release of the old one: before, the last unit is refused to its own holder; after,
   * somebody else may take it in between. A SKU in both bags keeps the guest's line: the same wish, said again.
   * Answers the bag that survives.
   */
  merge(input: {
    guestCartId: string | undefined
    userId: string
    origin: Shopper['origin']
  }): Promise<string | undefined>
}

/** The bag's use cases. Calls for one bag run one after the other; each reads, decides, writes by compare-and-set. */
export const createBagService = (deps: BagDeps): BagService => {
  const { store, channels, stock, stockReader } = deps
  const oneAtATime = createOneAtATime()

  const show = async (bag: BagRecord | undefined): Promise<BagView> => {
    const channel = await channels.current()
    if (!bag) return emptyBag(channel, deps.nowMs())
    if (bag.lines.length === 0)
      return showBag(bag, channel, { available: new Map(), promises: new Map(), outlooks: new Map() })
    const ahead = bag.lines.filter((line) => line.allowFuture)
    const [stockOf, promises, outlooks] = await Promise.all([
      stockReader.availability(bag.lines.map((line) => line.variantId)),
      deps.supply.holdPromises(
        bag.cartId,
        ahead.flatMap(({ holdId }) => holdId ?? []),
      ),
      deps.supply.outlook(ahead.map((line) => line.variantId)),
    ])
    const available = new Map(stockOf.map((row) => [row.variantId, row.available]))
    return showBag(bag, channel, { available, promises, outlooks })
  }
  const get = async (cartId: string | undefined) => show(cartId === undefined ? undefined : await store.read(cartId))

  /** Reads the bag, refuses while an order is being placed from it, and answers with the bag after the change. */
  const change = (
    { cartId, isFresh = false }: Shopper,
    work: (bag: BagRecord | undefined) => Promise<Result<void, BagRejection>>,
  ): BagAnswer =>
    oneAtATime(cartId, async () => {
      const bag = isFresh ? undefined : await store.read(cartId)
      if (bag?.checkoutOrderId) return reject({ code: 'CHECKOUT_IN_PROGRESS', orderId: bag.checkoutOrderId })
      const done = await work(bag)
      return done.ok ? accept(await get(cartId)) : done
    })

  const changeLine = (
    shopper: Shopper,
    lineId: string,
    work: (line: BagLineRecord, bag: BagRecord) => Promise<Result<void, BagRejection>>,
  ): BagAnswer =>
    change(shopper, async (bag) => {
      const line = bag?.lines.find((candidate) => candidate.lineId === lineId)
      return bag && line ? await work(line, bag) : reject({ code: 'LINE_NOT_FOUND', lineId })
    })

  return {
    get,

    add: (shopper, { requestId, sku, quantity, allowFuture: asked = false }) =>
      change(shopper, async (bag) => {
        const channel = await channels.current()
        const variantId = await store.variantOfSku(sku)
        if (variantId === undefined) return reject({ code: 'UNKNOWN_SKU', sku })
        const earlier = bag?.lines.find((line) => line.holdId === requestId || line.lineId === requestId)
        if (earlier) {
          return earlier.variantId === variantId
            ? accept(undefined)
            : reject({ code: 'RESERVATION_ID_REUSED', reservationId: requestId })
        }
        const line = bag?.lines.find((candidate) => candidate.variantId === variantId)
        const whole = (line?.quantity ?? 0) + quantity
        const { maxLines, maxUnitsPerSku } = channel.holdPolicy
        if (whole > maxUnitsPerSku) {
          return reject({ code: 'QUANTITY_LIMIT', variantId, requested: whole, limit: maxUnitsPerSku })
        }
        if (!line && (bag?.lines.length ?? 0) >= maxLines) return reject({ code: 'TOO_MANY_LINES', limit: maxLines })
        const lineId = line?.lineId ?? requestId
        const allowFuture = asked || (line?.allowFuture ?? false)
        const wish = { requestId, lineId, variantId, quantity: whole, allowFuture, line, now: bag?.now }
        return await shapeLine(deps, shopper, channel, wish)
      }),

    setQuantity: (shopper, { requestId, lineId, quantity }) =>
      changeLine(shopper, lineId, async (line, bag) => {
        if (line.quantity === quantity || line.holdId === requestId) return accept(undefined)
        const channel = await channels.current()
        const { variantId } = line
        const limit = channel.holdPolicy.maxUnitsPerSku
        if (quantity > limit) return reject({ code: 'QUANTITY_LIMIT', variantId, requested: quantity, limit })
        return await shapeLine(deps, shopper, channel, { ...wishOf(line), requestId, quantity, line, now: bag.now })
      }),

    remove: (shopper, { lineId }) =>
      change(shopper, async (bag) => {
        const line = bag?.lines.find((candidate) => candidate.lineId === lineId)
        if (!line) return accept(undefined)
        const { cartId, origin } = shopper
        // Released first: after a crash in between the line says that its hold has ended, and can be removed again.
        if (line.holdId !== undefined && line.hold?.state === 'held') {
          const holds = [{ reservationId: line.holdId, variantId: line.variantId }]
          const released = await stock.execute({ kind: 'release', cartId, holds, reason: 'removed', origin })
          if (!released.ok) return released
        }
        await store.removeLine(cartId, lineId)
        return accept(undefined)
      }),

    extend: (shopper, { lineId }) =>
      changeLine(shopper, lineId, async ({ holdId, variantId }) => {
        if (holdId === undefined) return reject({ code: 'RESERVATION_NOT_FOUND', reservationId: lineId })
        const { holdPolicy: policy } = await channels.current()
        const { cartId, origin } = shopper
        const holds = [{ reservationId: holdId, variantId }]
        const extended = await stock.execute({ kind: 'extend', by: 'shopper', cartId, holds, policy, origin })
        return extended.ok ? accept(undefined) : extended
      }),

    takeAgain: (shopper, { requestId, lineId }) =>
      changeLine(shopper, lineId, async (line, bag) => {
        // A live hold is not renewed: it is extended, as often as the policy says.
        if (line.holdId === requestId || isHeld(line, bag.now)) return accept(undefined)
        const wish = { ...wishOf(line), requestId, quantity: line.quantity, line, now: bag.now }
        return await shapeLine(deps, shopper, await channels.current(), wish)
      }),

    merge: async ({ guestCartId, userId, origin }) => {
      const { holdPolicy } = await channels.current()
      const merged = await store.merge({ guestCartId, userId, maxLines: holdPolicy.maxLines })
      for (const { cartId, ...hold } of merged?.surplus ?? []) {
        await stock.execute({ kind: 'release', cartId, holds: [hold], reason: 'merged', origin })
      }
      return merged?.cartId
    },
  }
}

const wishOf = ({ lineId, variantId, allowFuture = false }: BagLineRecord) => ({ lineId, variantId, allowFuture })
