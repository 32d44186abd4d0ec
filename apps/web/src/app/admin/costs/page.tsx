import type { Metadata } from 'next'
import { CostList } from '@/features/admin/costs/cost-list'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { PageHead } from '@/features/admin/frame/page-head'
import { staffCaller } from '@/features/admin/frame/staff-caller'

export const metadata: Metadata = { title: 'Costs' }

const CostsPage = async () => {
  const admin = await staffCaller('/admin/costs')
  if (!admin) return <NotForYou />
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Costs" note="What makers are paid for one of a style, tax off" />
      <CostList first={await admin.costs.list({})} />
    </div>
  )
}

export default CostsPage
