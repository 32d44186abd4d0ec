import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { HoldList } from '@/features/admin/holds/hold-list'
import { HOLD_ROWS } from '@/features/admin/holds/hold-rows'

export const metadata: Metadata = { title: 'Holds' }

const HoldsPage = async () => {
  const admin = await staffCaller('/admin/holds')
  if (!admin) return <NotForYou />
  return <HoldList first={await admin.holds.list({ limit: HOLD_ROWS })} />
}

export default HoldsPage
