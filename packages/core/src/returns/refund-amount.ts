/**
 * What `units` of a line are worth back, in minor units, after `before` units of it were refunded: the line's total in
 * equal parts, cut so that all parts together are the total to the cent, in whatever steps they are refunded.
 */
export const refundOfUnits = (
  line: { readonly totalMinor: number; readonly quantity: number },
  before: number,
  units: number,
): number => {
  const upTo = (count: number): number => Math.floor((line.totalMinor * count) / line.quantity)
  return upTo(before + units) - upTo(before)
}
