import { classNames } from './class-names'
import { formatMoney } from './format-money'

export type PriceProps = {
  /** What is paid now, in integer minor units (cents, pence). */
  nowMinor: number
  /** ISO 4217 code, for example `EUR`. */
  currency: string
  /** The earlier price; shown struck through only when higher than `nowMinor`. */
  wasMinor?: number | undefined
  /** Prefix for products whose variants differ in price. */
  from?: boolean
  className?: string
}

/** A price in tabular figures; a reduction is said in words to assistive technology, not by colour alone. */
export const Price = ({ nowMinor, currency, wasMinor, from = false, className }: PriceProps) => {
  const reduced = wasMinor !== undefined && wasMinor > nowMinor
  return (
    <span className={classNames('figures inline-flex items-baseline gap-2', className)}>
      <span className={reduced ? 'text-thread' : undefined}>
        {reduced ? <span className="sr-only">Now </span> : null}
        {from ? 'From ' : null}
        {formatMoney(nowMinor, currency)}
      </span>
      {reduced ? (
        <s className="text-soft">
          <span className="sr-only">Was </span>
          {formatMoney(wasMinor, currency)}
        </s>
      ) : null}
    </span>
  )
}
