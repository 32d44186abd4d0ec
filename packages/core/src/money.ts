import { z } from 'zod'

/** Money is integer minor units in one currency; no floats, ever. */
export const minorSchema = z.int().min(0).max(2_000_000_000)
export const currencySchema = z.string().regex(/^[A-Z]{3}$/)

/** `amount * basisPoints / 10000`, halves away from zero, in integers (amounts stay below 2^53 / 10^4). */
export const shareOfMinor = (amountMinor: number, basisPoints: number): number =>
  Math.floor((amountMinor * basisPoints + 5_000) / 10_000)

/** Tax contained in a gross amount at a rate in basis points: gross - round(gross / (1 + rate)), halves up on the net. */
export const includedTaxMinor = (grossMinor: number, rateBp: number): number => {
  const divisor = 10_000 + rateBp
  const netMinor = Math.floor((grossMinor * 20_000 + divisor) / (2 * divisor))
  return grossMinor - netMinor
}

/**
 * The share of a price that is left once its tax and what the supplier is paid are off: 1 is all of it, below 0 it is
 * sold at a loss. 0 for what is given away.
 */
export const marginShare = (grossMinor: number, rateBp: number, costMinor: number): number => {
  const netMinor = grossMinor - includedTaxMinor(grossMinor, rateBp)
  return netMinor === 0 ? 0 : (netMinor - costMinor) / netMinor
}
