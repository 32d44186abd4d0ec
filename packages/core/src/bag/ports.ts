import type { HoldPolicy } from '../inventory/hold-policy'
import type { ReservationState } from '../inventory/reservation'

/** Why policy gave a line no hold. */
export type Unheld = 'share' | 'heat'

/** A line as stored, with what the catalogue and its reservation say about it now. Prices are the database's. */
export type BagLineRecord = {
  readonly lineId: string
  readonly variantId: number
  readonly productId: number
  readonly sku: string
  readonly slug: string
  readonly title: string
  readonly brand: string
  readonly colour: string
  readonly size: string
  readonly pictureKey: string
  readonly quantity: number
  readonly unitPriceMinor: number
  /** Countries in which its house is not ours to sell. */
  readonly notSoldIn?: readonly string[]
  readonly compareAtMinor?: number
  /** The request that shaped the line last; the id of its reservation when there is one. */
  readonly holdId?: string
  readonly unheld?: Unheld
  /** The shopper takes units that come later. */
  readonly allowFuture?: boolean
  /** The reservation's own row: whether the line is held is never stored twice. */
  readonly hold?: { readonly state: ReservationState; readonly expiresAt: Date; readonly extensions: number }
}

export type BagRecord = {
  readonly cartId: string
  readonly currency: string
  readonly version: number
  /** The database's clock at the read. */
  readonly now: Date
  readonly lines: readonly BagLineRecord[]
  /** An order being placed from this bag right now. */
  readonly checkoutOrderId?: string
}

/** Sets a line only if it is still what the decision was made on (`was`; absent: no line of this SKU). */
export type PutLine = {
  readonly cartId: string
  readonly userId?: string
  readonly channel: Channel
  readonly lineId: string
  readonly variantId: number
  readonly quantity: number
  readonly holdId: string
  readonly unheld?: Unheld
  readonly allowFuture: boolean
  readonly was?: Pick<BagLineRecord, 'quantity' | 'holdId'>
  /** There was no bag when the decision was made: the store may try to make bag and line at once. */
  readonly isFirst?: boolean
}

export type PutLineAnswer =
  | { readonly put: 'written' | 'changed' | 'full' }
  | { readonly put: 'in-checkout'; readonly orderId: string }

export type MergedBag = {
  readonly cartId: string
  /** Holds of lines that the surviving bag already had: to be given back. */
  readonly surplus: readonly { readonly cartId: string; readonly reservationId: string; readonly variantId: number }[]
}

export type BagStore = {
  /** The open bag, or nothing. */
  read(cartId: string): Promise<BagRecord | undefined>
  variantOfSku(sku: string): Promise<number | undefined>
  /** Makes the bag when there is none; reopens one whose lines an order took. */
  putLine(line: PutLine): Promise<PutLineAnswer>
  removeLine(cartId: string, lineId: string): Promise<void>
  /** The user's open bag on any device. */
  openBagOf(userId: string): Promise<string | undefined>
  /** See the bag service's `merge`. Answers nothing when neither bag exists. */
  merge(input: { guestCartId: string | undefined; userId: string; maxLines: number }): Promise<MergedBag | undefined>
}

/** Where the shop sells: one currency, one inclusive tax rate, one hold policy. */
export type Channel = {
  readonly code: string
  readonly currency: string
  readonly taxRateBp: number
  readonly holdPolicy: HoldPolicy
}

/** Answers from memory for a short while, so that an edited policy counts within seconds. */
export type ChannelReader = { current(): Promise<Channel> }
