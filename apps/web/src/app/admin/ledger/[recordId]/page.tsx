import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { absentAs } from '@/features/admin/frame/absent-as'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { LEDGER_ROWS } from '@/features/admin/ledger/ledger-rows'
import { RecordLedger } from '@/features/admin/ledger/record-ledger'

export const metadata: Metadata = { title: 'Ledger' }

type Props = { params: Promise<{ recordId: string }> }

const LedgerPage = async ({ params }: Props) => {
  const { recordId: written } = await params
  const admin = await staffCaller(`/admin/ledger/${encodeURIComponent(written)}`)
  if (!admin) return <NotForYou />
  const recordId = Number(written)
  if (!/^[1-9]\d{0,9}$/.test(written) || recordId >= 2 ** 31) notFound()
  // The entries first: the record read after them is at least as new, and the page folds up to what it has.
  const first = await admin.stock.ledger({ recordId, limit: LEDGER_ROWS })
  const record = await admin.stock.record({ recordId }).catch(absentAs(undefined))
  if (!record) notFound()
  return <RecordLedger record={record} first={first} />
}

export default LedgerPage
