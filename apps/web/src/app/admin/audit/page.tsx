import type { Metadata } from 'next'
import { ActionList } from '@/features/admin/audit/action-list'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'

export const metadata: Metadata = { title: 'Changes' }

const AuditPage = async () => {
  const admin = await staffCaller('/admin/audit')
  if (!admin) return <NotForYou />
  return <ActionList first={await admin.audit.list({})} />
}

export default AuditPage
