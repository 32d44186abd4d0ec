'use client'

import type { Quote } from '@selvedge/core'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { formatMoney } from '@/components/format-money'

export type PriceChangedProps = {
  /** The total the shopper had agreed to. */
  shownMinor: number
  newQuote: Quote | undefined
  onAccept: (quote: Quote) => void
  onRefuse: () => void
}

/** Another total is never charged by surprise: it is shown and agreed to first. */
export const PriceChanged = ({ shownMinor, newQuote, onAccept, onRefuse }: PriceChangedProps) => (
  <Dialog
    title="The total has changed"
    open={newQuote !== undefined}
    onOpenChange={(open) => !open && onRefuse()}
    description={
      newQuote
        ? `It was ${formatMoney(shownMinor, newQuote.currency)} and is ${formatMoney(newQuote.totalMinor, newQuote.currency)} now. Nothing was charged.`
        : undefined
    }
    actions={
      newQuote ? (
        <>
          <Button tone="quiet" onClick={onRefuse}>
            Look again
          </Button>
          <Button onClick={() => onAccept(newQuote)}>Pay {formatMoney(newQuote.totalMinor, newQuote.currency)}</Button>
        </>
      ) : null
    }
  />
)
