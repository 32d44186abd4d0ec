import type { Metadata } from 'next'
import { StopAlerts } from '@/features/gestures/stop-alerts'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Fewer messages', robots: { index: false }, referrer: 'no-referrer' }

type Parameter = string | string[] | undefined
type Props = { searchParams: Promise<{ email?: Parameter; token?: Parameter }> }

/** Where the way out of a message leads. Opening it changes nothing: mail programs open links by themselves. */
const StopAlertsPage = async ({ searchParams }: Props) => {
  const { email, token } = await searchParams
  const isWhole = typeof email === 'string' && typeof token === 'string'
  return (
    <div className="page-width">
      <StopAlerts wayOut={isWhole ? { email, token } : undefined} />
    </div>
  )
}

export default StopAlertsPage
