import type { Metadata } from 'next'
import { AllocationView } from '@/features/admin/allocation/allocation-view'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'

export const metadata: Metadata = { title: 'Allocation' }

const AllocationPage = async () => {
  const admin = await staffCaller('/admin/allocation')
  if (!admin) return <NotForYou />
  const [overview, safety, holds] = await Promise.all([
    admin.allocation.overview(),
    admin.safety.places(),
    admin.holdPolicy.channels(),
  ])
  return <AllocationView {...overview} safety={safety} holds={holds} />
}

export default AllocationPage
