'use client'

import { buttonStyle } from '@/components/button-style'
import { formatMoney } from '@/components/format-money'
import { Link } from '@/components/link'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { useBagDrawer } from './bag-drawer-state'
import { BagLines } from './bag-lines'
import { holdWords } from './hold-words'
import { useBag } from './use-bag'

/** The bag beside the page one is on. */
export const BagDrawer = () => {
  const { isOpen, setOpen } = useBagDrawer()
  const { bag, readAtMs, refresh } = useBag()
  const close = () => setOpen(false)
  const isEmpty = bag !== undefined && bag.lines.length === 0
  return (
    <Sheet
      title="Your bag"
      open={isOpen}
      onOpenChange={setOpen}
      footer={
        bag && !isEmpty ? (
          <>
            <p className="figures flex justify-between text-body">
              <span>Subtotal</span>
              <span className="font-medium">{formatMoney(bag.subtotalMinor, bag.currency)}</span>
            </p>
            <p className="pt-0.5 pb-4 text-note text-soft">Tax is included, delivery is added at checkout.</p>
            <div className="grid grid-cols-[auto_1fr] gap-3">
              <Link href="/bag" onClick={close} className={buttonStyle({ tone: 'quiet', size: 'large' })}>
                See the bag
              </Link>
              <Link href="/checkout" onClick={close} className={buttonStyle({ size: 'large' })}>
                Check out
              </Link>
            </div>
          </>
        ) : null
      }
    >
      {bag === undefined ? (
        <Skeleton className="h-32 w-full" />
      ) : isEmpty ? (
        <div className="flex flex-col items-start gap-4">
          <p className="font-display text-title">Nothing in it yet</p>
          <p className="text-small text-soft">What you put in is held for you for {holdWords(bag.holdMs)}.</p>
          <Link href="/shop?sort=newest" onClick={close} className={buttonStyle({ tone: 'quiet' })}>
            See what is new
          </Link>
        </div>
      ) : (
        <BagLines bag={bag} readAtMs={readAtMs} refresh={refresh} onLeave={close} />
      )}
    </Sheet>
  )
}
