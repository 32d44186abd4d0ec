import type { CountLine, Look, RecountThreshold } from './count'

/** What a look differs from the books of its own moment by; negative when pieces are missing. */
export const differenceOf = (look: Look): number => look.counted - look.onHand

/** Above both limits: few pieces of many are a slip, and half of four is one to look at twice. */
export const needsRecount = (look: Look, { units, percent }: RecountThreshold): boolean => {
  const difference = Math.abs(differenceOf(look))
  return difference > units && difference * 100 > percent * Math.max(1, look.onHand)
}

export type LineStanding =
  | { readonly standing: 'uncounted' }
  | { readonly standing: 'recount' }
  | { readonly standing: 'counted'; readonly difference: number; readonly look: Look }

/** Where a line stands. A second look decides whatever it says; the first only while it is small enough to be believed. */
export const judgeLine = ({ first, second }: CountLine, threshold: RecountThreshold): LineStanding => {
  if (!first) return { standing: 'uncounted' }
  if (second) return { standing: 'counted', difference: differenceOf(second), look: second }
  if (needsRecount(first, threshold)) return { standing: 'recount' }
  return { standing: 'counted', difference: differenceOf(first), look: first }
}
