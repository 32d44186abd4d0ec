/** What a markdown reaches: one product, or all of a collection. */
export type MarkdownScope =
  | { readonly kind: 'product'; readonly productId: number }
  | { readonly kind: 'collection'; readonly collectionId: number }

/** A share off the price between two moments, for pieces that meet its conditions. */
export type Markdown = {
  readonly id: number
  readonly scope: MarkdownScope
  /** Whole per cent, 1 to 90. */
  readonly percent: number
  readonly startsAt: Date
  /** Exclusive; without it until somebody ends it. */
  readonly endsAt?: Date
  /** Ended by hand. */
  readonly endedAt?: Date
  /** Only pieces whose last delivery is at least so many days old: clears ageing stock. */
  readonly minStockAgeDays?: number
  /** Stops where fewer units can be sold: what is scarce needs no help. */
  readonly minUnits?: number
}

/** What the conditions look at. `stockAgeDays` is whole days since the product's last delivery, or since it was published. */
export type MarkdownFacts = { readonly stockAgeDays: number; readonly units: number }

export type MarkdownState = 'scheduled' | 'live' | 'ended'

/** Where a markdown stands in its own time. */
export const markdownState = ({ startsAt, endsAt, endedAt }: Markdown, now: Date): MarkdownState => {
  if (endedAt && endedAt <= now) return 'ended'
  if (endsAt && endsAt <= now) return 'ended'
  return startsAt <= now ? 'live' : 'scheduled'
}

/** Whether a markdown that reaches a product counts for it now. */
export const markdownApplies = (markdown: Markdown, facts: MarkdownFacts, now: Date): boolean =>
  markdownState(markdown, now) === 'live' &&
  facts.stockAgeDays >= (markdown.minStockAgeDays ?? 0) &&
  facts.units >= (markdown.minUnits ?? 0)

/** Markdowns do not add up: the deepest one counts, of equal ones the first made. */
export const deepestMarkdown = (
  markdowns: readonly Markdown[],
  facts: MarkdownFacts,
  now: Date,
): Markdown | undefined =>
  markdowns
    .filter((markdown) => markdownApplies(markdown, facts, now))
    .reduce<Markdown | undefined>((best, one) => (best && !isDeeper(one, best) ? best : one), undefined)

const isDeeper = (one: Markdown, other: Markdown): boolean =>
  one.percent > other.percent || (one.percent === other.percent && one.id < other.id)

/** The price with `percent` off, in minor units; half a unit is rounded up, and nothing is given away for nothing. */
export const markedPriceMinor = (listPriceMinor: number, percent: number): number =>
  listPriceMinor === 0 ? 0 : Math.max(1, Math.floor((listPriceMinor * (100 - percent) + 50) / 100))
