'use client'

import Link from 'next/link'
import { LiveDot } from '@/components/live-dot'
import { trpc } from '@/trpc/client'
import { type Figures, useFigures } from './use-figures'

const ALERTS_POLL_MS = 10_000

const count = (units: number): string => units.toLocaleString('en-GB')

/** How many alerts nobody has looked at; nothing while there are none. */
const OpenAlerts = () => {
  const { data } = trpc.admin.alerts.counts.useQuery(undefined, {
    refetchInterval: ALERTS_POLL_MS,
    staleTime: ALERTS_POLL_MS,
  })
  if (!data || data.open === 0) return null
  return (
    <Link href="/admin/alerts" className={`thread-hover ${data.critical > 0 ? 'text-thread' : ''}`}>
      <strong className="font-medium">{count(data.open)}</strong> {data.open === 1 ? 'alert' : 'alerts'}
    </Link>
  )
}

/** The figures one wants in the corner of the eye on every page. */
export const HeaderFigures = ({ initial }: { initial: Figures }) => {
  const { figures, isLive } = useFigures(initial)
  return (
    <div className="figures flex items-center gap-5 text-note max-lg:hidden">
      <OpenAlerts />
      <LiveDot live={isLive} label={isLive ? 'Live' : 'Not live'} />
      <Link href="/admin/holds" className="thread-hover">
        <strong className="font-medium">{count(figures.heldUnits)}</strong> held
      </Link>
      <Link href="/admin/stock?low=1" className="thread-hover max-xl:hidden">
        <strong className="font-medium">{count(figures.lowSkus)}</strong> low
      </Link>
    </div>
  )
}
