import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { absentAs } from '@/features/admin/frame/absent-as'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { writtenId } from '@/features/admin/frame/written-id'
import { TransferDetail } from '@/features/admin/transfers/transfer-detail'

export const metadata: Metadata = { title: 'Transfer' }

type Props = { params: Promise<{ transferId: string }> }

const TransferPage = async ({ params }: Props) => {
  const { transferId: written } = await params
  const admin = await staffCaller(`/admin/transfers/${encodeURIComponent(written)}`)
  if (!admin) return <NotForYou />
  const transferId = writtenId(written)
  const transfer = transferId && (await admin.transfers.byId({ transferId }).catch(absentAs(undefined)))
  if (!transfer) notFound()
  return <TransferDetail initial={transfer} />
}

export default TransferPage
