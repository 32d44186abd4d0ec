import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { absentAs } from '@/features/admin/frame/absent-as'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { OrderPage } from '@/features/admin/supply/order-page'

type Props = { params: Promise<{ number: string }> }

const NUMBER_MAX = 20

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `Purchase order ${decodeURIComponent((await params).number).slice(0, NUMBER_MAX)}`,
})

const PurchaseOrderRoute = async ({ params }: Props) => {
  const { number: written } = await params
  const number = decodeURIComponent(written)
  const admin = await staffCaller(`/admin/purchase-orders/${written}`)
  if (!admin) return <NotForYou />
  if (number.length > NUMBER_MAX) notFound()
  const order = await admin.supply.order({ number }).catch(absentAs(undefined))
  if (!order) notFound()
  return <OrderPage initial={order} />
}

export default PurchaseOrderRoute
