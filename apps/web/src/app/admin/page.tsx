import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { Overview } from '@/features/admin/overview/overview'
import { OVERVIEW_ROWS } from '@/features/admin/overview/overview-rows'

export const metadata: Metadata = { title: { absolute: 'Overview | Back office' } }

const OverviewPage = async () => {
  const admin = await staffCaller('/admin')
  if (!admin) return <NotForYou />
  const [figures, recent, holds, orders] = await Promise.all([
    admin.figures.now(),
    admin.stock.recent({ limit: OVERVIEW_ROWS.recent }),
    admin.holds.list({ limit: OVERVIEW_ROWS.holds }),
    admin.orders.list({ limit: OVERVIEW_ROWS.orders }),
  ])
  return <Overview figures={figures} recent={recent} holds={holds} orders={orders.items} renderedAtMs={Date.now()} />
}

export default OverviewPage
