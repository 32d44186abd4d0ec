import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { absentAs } from '@/features/admin/frame/absent-as'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { writtenId } from '@/features/admin/frame/written-id'
import { ReturnDetail } from '@/features/admin/returns/return-detail'

export const metadata: Metadata = { title: 'Return' }

type Props = { params: Promise<{ returnId: string }> }

const ReturnPage = async ({ params }: Props) => {
  const { returnId: written } = await params
  const admin = await staffCaller(`/admin/returns/${encodeURIComponent(written)}`)
  if (!admin) return <NotForYou />
  const returnId = writtenId(written)
  const found = returnId && (await admin.returns.byId({ returnId }).catch(absentAs(undefined)))
  if (!found) notFound()
  return <ReturnDetail initial={found} places={await admin.stock.locations()} />
}

export default ReturnPage
