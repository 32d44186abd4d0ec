'use client'

import type { BagView } from '@selvedge/core'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { formatMoney } from '@/components/format-money'
import { Link } from '@/components/link'
import { BagLines } from './bag-lines'
import { holdWords } from './hold-words'
import { useBag } from './use-bag'

/** The bag as a page of its own. */
export const BagPageView = ({ initial }: { initial: BagView }) => {
  const { bag = initial, readAtMs, refresh } = useBag(initial)
  if (bag.lines.length === 0)
    return (
      <EmptyState
        level={1}
        title="Your bag is empty"
        actions={
          <>
            <Link href="/shop?sort=newest" className={buttonStyle()}>
              See what is new
            </Link>
            <Link href="/shop" className={buttonStyle({ tone: 'quiet' })}>
              See everything
            </Link>
          </>
        }
      >
        <p>What you put in is held for you for {holdWords(bag.holdMs)}, and nobody else can take it meanwhile.</p>
      </EmptyState>
    )
  const ended = bag.lines.filter(({ hold }) => hold.state === 'ended').length
  return (
    <>
      <h1 className="font-display text-display tracking-tight">Your bag</h1>
      <div className="mt-8 gap-16 lg:grid lg:grid-cols-[1fr_22rem] xl:gap-24">
        <BagLines bag={bag} readAtMs={readAtMs} refresh={refresh} />
        <section aria-label="Summary" className="lg:sticky lg:top-26 lg:self-start">
          <dl className="figures flex flex-col gap-2 border-b border-rule py-5 lg:border-t">
            <div className="flex justify-between">
              <dt>
                {bag.units} {bag.units === 1 ? 'piece' : 'pieces'}
              </dt>
              <dd className="font-medium">{formatMoney(bag.subtotalMinor, bag.currency)}</dd>
            </div>
          </dl>
          <p className="py-4 text-note text-soft">
            Tax is included. Delivery is added at checkout, where you see the whole sum before you pay.
          </p>
          {ended > 0 ? (
            <p className="pb-4 text-note text-thread">
              {ended === 1 ? 'One hold has ended' : `${ended} holds have ended`}. Take it again or remove it first.
            </p>
          ) : null}
          <Link href="/checkout" className={buttonStyle({ size: 'large', wide: true })}>
            Check out
          </Link>
        </section>
      </div>
    </>
  )
}
