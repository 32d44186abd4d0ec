import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CountDetail } from '@/features/admin/counts/count-detail'
import { absentAs } from '@/features/admin/frame/absent-as'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { writtenId } from '@/features/admin/frame/written-id'

export const metadata: Metadata = { title: 'Count' }

type Props = { params: Promise<{ countId: string }> }

const CountPage = async ({ params }: Props) => {
  const { countId: written } = await params
  const admin = await staffCaller(`/admin/counts/${encodeURIComponent(written)}`)
  if (!admin) return <NotForYou />
  const countId = writtenId(written)
  const count = countId && (await admin.counts.byId({ countId }).catch(absentAs(undefined)))
  if (!count) notFound()
  return <CountDetail initial={count} />
}

export default CountPage
