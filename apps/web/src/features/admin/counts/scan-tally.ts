/** Pieces by SKU that were scanned and not sent yet. */
export type Tally = ReadonlyMap<string, number>

/** More than this of one SKU is a slip of the hand, not a shelf. */
export const UNITS_MAX = 100_000

const within = (units: number): number => Math.min(UNITS_MAX, Math.max(0, units))

/** What a scanner or a person writes, as the list writes it. */
export const codeOf = (text: string): string => text.trim().toUpperCase()

/** A number set by thumb or keyboard. */
export const withUnits = (tally: Tally, sku: string, units: number): Tally => new Map(tally).set(sku, within(units))

/** One scan is one piece more of that SKU alone; a shelf whose pieces lie mixed is counted right. */
export const withScan = (tally: Tally, sku: string): Tally => withUnits(tally, sku, (tally.get(sku) ?? 0) + 1)

/** Without what was sent; pieces scanned while the answer was on its way are not lost. */
export const withoutSent = (tally: Tally, sku: string, units: number): Tally => {
  if ((tally.get(sku) ?? 0) !== units) return tally
  const left = new Map(tally)
  left.delete(sku)
  return left
}
