import type { BagView, Quote } from '@selvedge/core'
import { ChevronDown } from 'lucide-react'
import { formatMoney } from '@/components/format-money'
import { TextLink } from '@/components/text-link'
import { shipsInParts } from '../bag/line-promise'
import { SummaryLines, SummarySums } from './order-summary'

type Props = { bag: BagView; quote: Quote; stale: boolean }

/** What is being bought, beside the form on a desk. */
export const CheckoutSummary = (props: Props) => (
  <aside aria-label="Your order" className="hidden lg:sticky lg:top-26 lg:block lg:self-start">
    <h2 className="mb-5 border-b border-rule pb-2 font-display text-title">Your order</h2>
    <Content {...props} />
  </aside>
)

/** The same, folded above the form on a phone, with the total in sight. */
export const FoldedSummary = (props: Props) => (
  <details className="group border-y border-rule lg:hidden">
    <summary className="figures flex min-h-13 list-none items-center justify-between gap-4 text-small font-medium">
      <span className="flex items-center gap-2">
        Your order, {props.bag.units} {props.bag.units === 1 ? 'piece' : 'pieces'}
        <ChevronDown
          aria-hidden="true"
          strokeWidth={1.5}
          className="size-4 transition-transform group-open:rotate-180"
        />
      </span>
      <span>{formatMoney(props.quote.totalMinor, props.quote.currency)}</span>
    </summary>
    <div className="pb-6">
      <Content {...props} />
    </div>
  </details>
)

const Content = ({ bag, quote, stale }: Props) => (
  <>
    <SummaryLines
      lines={bag.lines.map((line) => ({
        ...line,
        shipsOn: line.promise?.shipsOn,
        isUndated: line.promise !== undefined && line.promise.shipsOn === undefined,
      }))}
      currency={bag.currency}
    />
    {shipsInParts(bag.lines) ? (
      <p className="mt-4 border-l-4 border-weld bg-raised px-3 py-2.5 text-note">
        This order ships in parts: what is here leaves now, the rest as soon as it comes.
      </p>
    ) : null}
    <div className="mt-6 border-t border-rule pt-4">
      <SummarySums sums={quote} stale={stale} />
    </div>
    <p className="mt-4 text-small">
      <TextLink href="/bag">Change the bag</TextLink>
    </p>
  </>
)
