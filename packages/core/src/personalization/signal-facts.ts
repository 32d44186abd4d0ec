import type { PriceBand } from './dimensions'

/** What a signal on a product says about taste: the product's attributes in the profile's dimensions. */
export type SignalFacts = {
  readonly productId: number
  readonly department: string
  readonly category: string
  /** Garment type. */
  readonly style: string
  /** Brand slug. */
  readonly brand: string
  /** The kind of cloth: the material facet. */
  readonly material: string
  readonly price: PriceBand
  /** Colour code to colour family, of every colour the piece comes in. */
  readonly colours: Readonly<Record<string, string>>
}

/** Answers from memory where it can; unknown products are left out. */
export type SignalFactsReader = { of(productIds: readonly number[]): Promise<ReadonlyMap<number, SignalFacts>> }
