import type { BagView } from '@selvedge/core'
import { StockBadge } from '@/components/badge'
import { formatDay } from '../product/format-day'

type Line = Pick<BagView['lines'][number], 'promise' | 'quantity'>

/** When the later pieces of a line leave, in the words of the product page. */
export const LinePromise = ({ line: { promise, quantity } }: { line: Line }) => {
  if (!promise) return null
  const some = promise.units < quantity ? ` ${promise.units} of ${quantity} come later.` : ''
  return (
    <p className="text-note">
      {promise.shipsOn ? (
        <StockBadge state={{ kind: promise.kind, shipsBy: formatDay(promise.shipsOn) }} />
      ) : (
        'Its day is not known now; we tell you as soon as it is.'
      )}
      {some}
    </p>
  )
}

/** Said once for a bag in which some pieces can leave now and some only later. */
export const shipsInParts = (lines: readonly Line[]): boolean =>
  lines.some(({ promise }) => promise) && lines.some(({ promise, quantity }) => (promise?.units ?? 0) < quantity)
