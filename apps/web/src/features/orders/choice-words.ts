import type { OrderView } from '@selvedge/core'

type Line = Pick<OrderView['lines'][number], 'shipBy' | 'promise'>

/** Why a buyer is asked whether to keep an order, of what is still to come; nothing while nobody asks. */
export const choiceWords = (lines: readonly Line[]): string | undefined => {
  const asked = lines.flatMap(({ shipBy, promise }) =>
    promise?.state === 'open' && promise.choice === 'asked'
      ? [{ shipBy: promise.isOverdue ? undefined : shipBy, first: promise.firstShipBy }]
      : [],
  )
  if (asked.length === 0) return undefined
  // The worst news first: a day that is lost, one that moved, none yet, and last the first one there is.
  if (asked.some(({ shipBy, first }) => shipBy === undefined && first !== undefined))
    return 'It will not leave by the day we promised, and we cannot name another one yet.'
  if (asked.some(({ shipBy, first }) => shipBy !== undefined && shipBy !== first))
    return 'The day we promised has changed.'
  if (asked.some(({ shipBy }) => shipBy === undefined)) return 'We still cannot name a day for it.'
  return 'There is a day for it now.'
}
