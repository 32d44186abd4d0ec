'use client'

import Link from 'next/link'
import { LiveDot } from '@/components/live-dot'
import { trpc } from '@/trpc/client'
import { type Figures, useFigures } from './use-figures'
import { useStaffTopic } from './use-staff-topic'

const count = (units: number): string => units.toLocaleString('en-GB')

/** How many alerts nobody has looked at; nothing while there are none. */
const OpenAlerts = () => {
  const { data, refetch } = trpc.admin.alerts.counts.useQuery()
  useStaffTopic('alert', () => void refetch())
  if (!data || data.open === 0) return null
  return (
    <Link href="/admin/alerts" className={`thread-hover ${data.critical > 0 ? 'text-thread' : ''}`}>
      <strong className="font-medium">{count(data.open)}</strong> {data.open === 1 ? 'alert' : 'alerts'}
    </Link>
  )
}

/** The figures one wants in the corner of the eye on every page. */
export const HeaderFigures = ({ initial }: { initial: Figures }) => {
  const { figures, isError, refetch } = useFigures(initial)
  const isTold = useStaffTopic(['stock', 'order'], () => void refetch())
  const isLive = isTold && !isError
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
