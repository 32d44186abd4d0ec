import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { Inbound } from '@/features/admin/supply/inbound'

export const metadata: Metadata = { title: 'Inbound' }

const InboundPage = async () => {
  const admin = await staffCaller('/admin/supply')
  if (!admin) return <NotForYou />
  const [open, done, risks] = await Promise.all([
    admin.supply.shipments({ open: true }),
    admin.supply.shipments({ open: false }),
    admin.supply.promisesAtRisk(),
  ])
  return <Inbound open={open} done={done} risks={risks} />
}

export default InboundPage
