import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { ReturnList } from '@/features/admin/returns/return-list'
import { RETURN_ROWS } from '@/features/admin/returns/return-rows'

export const metadata: Metadata = { title: 'Returns' }

const ReturnsPage = async () => {
  const admin = await staffCaller('/admin/returns')
  if (!admin) return <NotForYou />
  return <ReturnList first={await admin.returns.list({ limit: RETURN_ROWS })} />
}

export default ReturnsPage
