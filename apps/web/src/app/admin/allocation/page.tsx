import type { Metadata } from 'next'
import { AllocationView } from '@/features/admin/allocation/allocation-view'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'

export const metadata: Metadata = { title: 'Allocation' }

const AllocationPage = async () => {
  const admin = await staffCaller('/admin/allocation')
  if (!admin) return <NotForYou />
  return <AllocationView {...(await admin.allocation.overview())} />
}

export default AllocationPage
