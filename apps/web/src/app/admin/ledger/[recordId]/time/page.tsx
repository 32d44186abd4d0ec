import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { absentAs } from '@/features/admin/frame/absent-as'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { RecordInTime } from '@/features/admin/time/record-in-time'

export const metadata: Metadata = { title: 'In time' }

type Props = { params: Promise<{ recordId: string }> }

const TimePage = async ({ params }: Props) => {
  const { recordId: written } = await params
  const admin = await staffCaller(`/admin/ledger/${encodeURIComponent(written)}/time`)
  if (!admin) return <NotForYou />
  const recordId = Number(written)
  if (!/^[1-9]\d{0,9}$/.test(written) || recordId >= 2 ** 31) notFound()
  const record = await admin.stock.record({ recordId }).catch(absentAs(undefined))
  const first = await admin.history.timeline({ recordId, axis: 'recorded', points: 160 }).catch(absentAs(undefined))
  if (!record || !first) notFound()
  return <RecordInTime record={record} first={first} />
}

export default TimePage
