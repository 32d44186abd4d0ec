import type { MarkdownView } from '@selvedge/core'

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})

/** A moment as the planning table says it, on the shop's own clock. */
export const plannedMoment = (ms: number): string => MOMENT.format(ms)

/** The conditions of a markdown in one line; nothing when it has none. */
export const conditionWords = ({
  minStockAgeDays,
  minUnits,
}: Pick<MarkdownView, 'minStockAgeDays' | 'minUnits'>): string | undefined => {
  const parts = [
    ...(minStockAgeDays ? [`last delivery ${minStockAgeDays} days ago or more`] : []),
    ...(minUnits ? [`${minUnits} units left or more`] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : undefined
}
