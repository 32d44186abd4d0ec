import type { AllocationGuide } from '../allocation/ports'
import type { Holder } from '../inventory/commands'
import type { StockEngine, StockReader } from '../inventory/ports'
import type { Origin } from '../origin'
import { accept, type Result, reject } from '../result'
import type { BagLineRecord, BagStore, Channel, PutLine, Unheld } from './ports'
import type { BagRejection } from './rejections'
import { isHeld } from './show-bag'

/** Who shapes a bag: the cart is the session, the rest counts where it is known. */
export type Shopper = {
  readonly cartId: string
  /** The id was made for this very request: there is no bag to look for. */
  readonly isFresh?: boolean | undefined
  readonly userId?: string | undefined
  readonly addressKey?: string | undefined
  readonly origin: Origin
}

export type ShapeDeps = {
  readonly store: BagStore
  readonly stock: Pick<StockEngine, 'execute'>
  readonly stockReader: Pick<StockReader, 'reservations'>
  /** How the channel chooses warehouses; without it, the order of the selling places. */
  readonly allocation?: AllocationGuide
}

/** What a line shall be: `quantity` is the whole line's. */
export type Wish = {
  readonly requestId: string
  readonly lineId: string
  readonly variantId: number
  readonly quantity: number
  readonly allowFuture: boolean
  readonly line: BagLineRecord | undefined
  /** The database's clock when the bag was read; absent where there was no bag. */
  readonly now: Date | undefined
}

const holderOf = ({ cartId, userId, addressKey }: Shopper): Holder => ({
  cartId,
  ...(userId === undefined ? {} : { shopperId: userId }),
  ...(addressKey === undefined ? {} : { addressKey }),
})

/**
 * Takes a hold of the whole line in place of its former one, then writes the line. The two are separate transactions:
 * a crash between them leaves a hold that the same request, sent again, finds and finishes, or that expires by itself.
 */
export const shapeLine = async (
  deps: ShapeDeps,
  shopper: Shopper,
  channel: Channel,
  wish: Wish,
): Promise<Result<void, BagRejection>> => {
  const { requestId, variantId, quantity, line } = wish
  const live = line !== undefined && wish.now !== undefined && isHeld(line, wish.now) ? line : undefined
  const taken = await deps.stock.execute({
    kind: 'hold',
    // Fewer units than are held take nothing from anybody: shares and heat have no say in it.
    purpose: live && quantity < live.quantity ? 'checkout' : 'bag',
    holder: holderOf(shopper),
    policy: channel.holdPolicy,
    ...(deps.allocation ? { allocation: await deps.allocation.guide([variantId]) } : {}),
    origin: shopper.origin,
    cause: { type: 'cart', id: shopper.cartId },
    lines: [
      {
        reservationId: requestId,
        variantId,
        units: quantity,
        allowFuture: wish.allowFuture,
        ...(line?.holdId !== undefined && line.hold?.state === 'held' ? { replaces: line.holdId } : {}),
      },
    ],
  })
  if (taken.ok) {
    // The same request earlier, undone since: nothing happens twice.
    if (taken.value.answer[0]?.state !== 'held') return accept(undefined)
    return await writeLine(deps, shopper, channel, wish)
  }
  if (taken.error.code === 'HOLD_NOT_GRANTED') {
    // Policy: the bag keeps the line, without a hold, and says so. It is checked again at checkout.
    const kept = await writeLine(deps, shopper, channel, wish, taken.error.because)
    if (kept.ok && live?.holdId !== undefined) await release(deps, shopper, live.holdId, variantId, 'line-unheld')
    return kept
  }
  const { rows } = await deps.stockReader.reservations(shopper.cartId, [requestId])
  const earlier = rows[0]
  return earlier && earlier.variantId === variantId ? accept(undefined) : reject(taken.error)
}

const release = async (
  { stock }: ShapeDeps,
  { cartId, origin }: Shopper,
  reservationId: string,
  variantId: number,
  reason: string,
): Promise<void> => {
  await stock.execute({ kind: 'release', cartId, holds: [{ reservationId, variantId }], reason, origin })
}

const writeLine = async (
  deps: ShapeDeps,
  shopper: Shopper,
  channel: Channel,
  wish: Wish,
  unheld?: Unheld,
): Promise<Result<void, BagRejection>> => {
  const { requestId, lineId, variantId, quantity, line } = wish
  const put: PutLine = {
    cartId: shopper.cartId,
    ...(shopper.userId === undefined ? {} : { userId: shopper.userId }),
    channel,
    lineId,
    variantId,
    quantity,
    holdId: requestId,
    allowFuture: wish.allowFuture,
    ...(unheld === undefined ? {} : { unheld }),
    ...(line === undefined
      ? {}
      : { was: { quantity: line.quantity, ...(line.holdId ? { holdId: line.holdId } : {}) } }),
    isFirst: wish.now === undefined,
  }
  const answer = await deps.store.putLine(put)
  if (answer.put === 'written') return accept(undefined)
  if (unheld === undefined) {
    await release(deps, shopper, requestId, variantId, 'line-not-written')
  }
  if (answer.put === 'in-checkout') return reject({ code: 'CHECKOUT_IN_PROGRESS', orderId: answer.orderId })
  if (answer.put === 'full') return reject({ code: 'TOO_MANY_LINES', limit: channel.holdPolicy.maxLines })
  return reject({ code: 'BAG_CHANGED' })
}
