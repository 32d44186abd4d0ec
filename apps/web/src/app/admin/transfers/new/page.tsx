import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { NewTransfer } from '@/features/admin/transfers/new-transfer'

export const metadata: Metadata = { title: 'New transfer' }

const USUAL_DAYS = 3

const NewTransferPage = async () => {
  const admin = await staffCaller('/admin/transfers/new')
  if (!admin) return <NotForYou />
  const places = await admin.stock.locations()
  const expectedOn = new Date(Date.now() + USUAL_DAYS * 86_400_000).toISOString().slice(0, 10)
  return <NewTransfer places={places} expectedOn={expectedOn} />
}

export default NewTransferPage
