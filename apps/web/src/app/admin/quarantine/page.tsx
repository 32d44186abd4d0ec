import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { QuarantineList } from '@/features/admin/quarantine/quarantine-list'
import { QUARANTINE_ROWS } from '@/features/admin/quarantine/quarantine-rows'

export const metadata: Metadata = { title: 'Quarantine' }

const QuarantinePage = async () => {
  const admin = await staffCaller('/admin/quarantine')
  if (!admin) return <NotForYou />
  return <QuarantineList first={await admin.quarantine.list({ limit: QUARANTINE_ROWS })} />
}

export default QuarantinePage
