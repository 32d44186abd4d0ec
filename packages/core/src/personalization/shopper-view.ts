import type { BodyAnswer, WornPiece } from '../fit/size-advice'
import type { Country } from '../orders/country'

/** What is known of a shopper when an answer is made: plain values, read in one round trip. */
export type ShopperView = {
  /** Decayed liking by term (`facet:value`), long-term; negative is dislike. */
  readonly affinities: Iterable<readonly [term: string, weight: number]>
  /** The same for the visit under way. */
  readonly session: Iterable<readonly [term: string, weight: number]>
  /** Products of interest, newest first. */
  readonly recent: readonly RecentInterest[]
  /** Sizes worn, by category; a category that is absent is not known. */
  readonly sizes: ReadonlyMap<string, readonly string[]>
  /** Products that the shopper does not want to see. */
  readonly disliked: ReadonlySet<number>
  /** Products bought so lately that showing them again is noise. */
  readonly bought: ReadonlySet<number>
  /** Times a product was shown without being opened. */
  readonly seen: ReadonlyMap<number, number>
  /** Departments the shopper buys from; empty while that is not known. */
  readonly departments: readonly string[]
  /** Where parcels go; absent while that is not known, and the channel's countries all count then. */
  readonly country?: Country
  /** Pieces that were saved or waited for, newest first. */
  readonly wished?: readonly WishedPiece[]
  /** What was searched for in the visit under way, or led to it, with how much of it is left. */
  readonly sought?: readonly SoughtWords[]
  /** The collection or campaign that the visit began with. */
  readonly landing?: string
  /** What is known of the body; absent while nothing is. */
  readonly wearing?: Wearing
}

/** How sizes came out for a shopper, and what was told of the body. */
export type Wearing = {
  readonly worn: readonly Pick<WornPiece, 'size' | 'outcome'>[]
  readonly body: BodyAnswer
}

/** A piece that was wished for, since when, and the SKU that was waited for where one was named. */
export type WishedPiece = { readonly productId: number; readonly atMs: number; readonly sku?: string }

/** Words of a shopper's own, 0 to 1 strong. */
export type SoughtWords = { readonly text: string; readonly weight: number }

/** How a product came to be of interest; a reason names it, so it has to be true. */
export type InterestKind = 'viewed' | 'saved' | 'in-bag' | 'bought'
export type RecentInterest = { readonly productId: number; readonly kind: InterestKind; readonly weight: number }

/** A shopper of whom nothing is known. */
export const NOBODY: ShopperView = {
  affinities: [],
  session: [],
  recent: [],
  sizes: new Map(),
  disliked: new Set(),
  bought: new Set(),
  seen: new Map(),
  departments: [],
}

/** Whether anything is known that an answer can be chosen by; what somebody was merely shown is nothing. */
export function tellsOfTaste(shopper: ShopperView): boolean {
  const { affinities, session, recent, sizes, departments, wearing, sought = [] } = shopper
  const isAny = (terms: ShopperView['affinities']): boolean => !terms[Symbol.iterator]().next().done
  return (
    recent.length + sought.length > 0 ||
    sizes.size > 0 ||
    departments.length > 0 ||
    !!wearing ||
    isAny(affinities) ||
    isAny(session)
  )
}
