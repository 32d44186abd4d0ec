import type { BagRecord, Channel } from '../bag/ports'
import { isHeld } from '../bag/show-bag'
import { accept, type Result, reject } from '../result'
import type { PlaceOrder } from './checkout'
import type { OrderDraft } from './ports'
import { quoteBag } from './quote-bag'
import type { CheckoutRejection } from './rejections'

/**
 * Decides on the bag as locked: there is one, nobody else is paying for it, all of it may be sold where the parcel goes, and
 * its total is the one the shopper saw.
 * A line keeps its live hold; any other gets a new id for the hold that checkout will take.
 */
export const draftOrder = (
  bag: BagRecord | undefined,
  order: Pick<PlaceOrder, 'shippingMethod' | 'expectedTotalMinor' | 'address'>,
  { taxRateBp }: Pick<Channel, 'taxRateBp'>,
  newId: () => string,
): Result<OrderDraft, CheckoutRejection> => {
  if (!bag || bag.lines.length === 0) return reject({ code: 'BAG_EMPTY' })
  if (bag.checkoutOrderId) return reject({ code: 'CHECKOUT_IN_PROGRESS', orderId: bag.checkoutOrderId })

  const { country } = order.address
  const unsendable = bag.lines.filter(({ notSoldIn }) => notSoldIn?.includes(country))
  if (unsendable.length > 0) {
    const lines = unsendable.map(({ sku, title }) => ({ sku, title }))
    return reject({ code: 'NOT_SOLD_THERE', country, lines })
  }

  const { shippingMethod, expectedTotalMinor } = order
  const quote = quoteBag({ lines: bag.lines, currency: bag.currency, taxRateBp, shippingMethod })
  if (quote.totalMinor !== expectedTotalMinor) return reject({ code: 'PRICE_CHANGED', expectedTotalMinor, quote })

  const lines = bag.lines.map((line) => ({
    line,
    holdId: line.holdId !== undefined && isHeld(line, bag.now) ? line.holdId : newId(),
  }))
  return accept({ priced: quote, lines })
}
