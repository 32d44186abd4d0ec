import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { TransferList } from '@/features/admin/transfers/transfer-list'
import { TRANSFER_ROWS } from '@/features/admin/transfers/transfer-rows'

export const metadata: Metadata = { title: 'Transfers' }

const TransfersPage = async () => {
  const admin = await staffCaller('/admin/transfers')
  if (!admin) return <NotForYou />
  return <TransferList first={await admin.transfers.list({ limit: TRANSFER_ROWS })} />
}

export default TransfersPage
