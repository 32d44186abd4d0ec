export type GraphFilterOptions = {
  /** Exponents of the degrees that the owned item, the shopper between, and the recommended item are divided by. */
  readonly source?: number
  readonly user?: number
  readonly target?: number
}

/** All three, those that were not given as chosen on validation. */
export const exponentsOf = ({ source = 0.6, user = 0.6, target = 0.35 }: GraphFilterOptions) => ({
  source,
  user,
  target,
})

/** What something of each degree is multiplied by; nobody's is nothing. */
export const powers = (degrees: Int32Array, exponent: number): Float64Array =>
  Float64Array.from(degrees, (degree) => (degree > 0 ? degree ** -exponent : 0))
