import type { BagView, Quote } from '@selvedge/core'
import { classNames } from '@/components/class-names'
import { formatMoney } from '@/components/format-money'
import { Picture } from '@/components/picture'
import { formatDay } from '../product/format-day'

/** Basis points in one percent. */
const BP_PER_PERCENT = 100

type SummaryLine = Pick<BagView['lines'][number], 'sku' | 'title' | 'colour' | 'size' | 'quantity' | 'totalMinor'> & {
  pictureKey: string
  /** ISO day by which it leaves, where it leaves later. */
  shipsOn?: string | undefined
  /** It leaves later, and nobody stands for a day: none was ever told, or the one that was has passed. */
  isUndated?: boolean
}

/** The pieces of an order with their prices. */
export const SummaryLines = ({ lines, currency }: { lines: readonly SummaryLine[]; currency: string }) => (
  <ul aria-label="Pieces" className="flex flex-col gap-4">
    {lines.map(({ sku, title, colour, size, quantity, totalMinor, pictureKey, shipsOn, isUndated = false }) => (
      <li key={sku} className="grid grid-cols-[3.5rem_1fr_auto] gap-4">
        <Picture imageKey={pictureKey} alt="" sizes="3.5rem" />
        <div className="min-w-0 text-small">
          <p className="font-medium">{title}</p>
          <p className="text-note text-soft">
            {colour}, {size}
            {quantity > 1 ? `, ${quantity} of them` : ''}
          </p>
          <LeavesBy shipsOn={shipsOn} isUndated={isUndated} />
        </div>
        <p className="figures text-small">{formatMoney(totalMinor, currency)}</p>
      </li>
    ))}
  </ul>
)

const LeavesBy = ({ shipsOn, isUndated }: Required<Pick<SummaryLine, 'shipsOn' | 'isUndated'>>) => {
  if (!isUndated) return shipsOn ? <p className="figures text-note text-weld">Ships by {formatDay(shipsOn)}</p> : null
  return (
    <p className="figures text-note text-thread">
      {shipsOn ? `No day is known now; it was ${formatDay(shipsOn)}.` : 'No day is known yet.'} We tell you as soon as
      there is one.
    </p>
  )
}

type Sums = Pick<
  Quote,
  'currency' | 'subtotalMinor' | 'discountMinor' | 'shippingMinor' | 'taxMinor' | 'totalMinor'
> & {
  taxRateBp?: number
}

/** What it comes to, down to the total that is charged. */
export const SummarySums = ({ sums, stale = false }: { sums: Sums; stale?: boolean }) => {
  const { currency, subtotalMinor, discountMinor, shippingMinor, taxMinor, taxRateBp, totalMinor } = sums
  const rate = taxRateBp === undefined ? '' : ` (${taxRateBp / BP_PER_PERCENT} %)`
  const rows = [
    { label: 'Pieces', text: formatMoney(subtotalMinor, currency) },
    ...(discountMinor > 0 ? [{ label: 'Discount', text: formatMoney(-discountMinor, currency) }] : []),
    { label: 'Delivery', text: shippingMinor === 0 ? 'Free' : formatMoney(shippingMinor, currency) },
  ]
  return (
    <dl className={classNames('figures flex flex-col gap-1.5 text-small transition-opacity', stale && 'opacity-45')}>
      {rows.map(({ label, text }) => (
        <div key={label} className="flex justify-between">
          <dt className="text-soft">{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div className="mt-2 flex items-baseline justify-between border-t border-ink pt-3 text-lead font-medium">
        <dt>Total</dt>
        <dd>{formatMoney(totalMinor, currency)}</dd>
      </div>
      <div className="flex justify-between text-note text-soft">
        <dt>Tax included{rate}</dt>
        <dd>{formatMoney(taxMinor, currency)}</dd>
      </div>
    </dl>
  )
}
