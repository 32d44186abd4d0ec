'use client'

import Link from 'next/link'
import { LiveDot } from '@/components/live-dot'
import { type Figures, useFigures } from './use-figures'

/** The figures one wants in the corner of the eye on every page. */
export const HeaderFigures = ({ initial }: { initial: Figures }) => {
  const { figures, isLive } = useFigures(initial)
  return (
    <div className="figures flex items-center gap-5 text-note max-lg:hidden">
      <LiveDot live={isLive} label={isLive ? 'Live' : 'Not live'} />
      <Link href="/admin/holds" className="thread-hover">
        <strong className="font-medium">{figures.heldUnits}</strong> held
      </Link>
      <Link href="/admin/stock?low=1" className="thread-hover max-xl:hidden">
        <strong className="font-medium">{figures.lowSkus}</strong> low
      </Link>
    </div>
  )
}
