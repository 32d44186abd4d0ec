import type { Metadata } from 'next'
import { ActionList } from '@/features/admin/audit/action-list'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'

export const metadata: Metadata = { title: 'Changes' }

const AuditPage = async () => {
  const admin = await staffCaller('/admin/audit')
  if (!admin) return <NotForYou />
  const [first, places] = await Promise.all([admin.audit.list({}), admin.stock.locations()])
  return <ActionList first={first} places={places} />
}

export default AuditPage
