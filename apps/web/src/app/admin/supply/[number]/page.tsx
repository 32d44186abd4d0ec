import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { absentAs } from '@/features/admin/frame/absent-as'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { ShipmentPage } from '@/features/admin/supply/shipment-page'

type Props = { params: Promise<{ number: string }> }

const NUMBER_MAX = 20

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `Shipment ${decodeURIComponent((await params).number).slice(0, NUMBER_MAX)}`,
})

const ShipmentRoute = async ({ params }: Props) => {
  const { number: written } = await params
  const number = decodeURIComponent(written)
  const admin = await staffCaller(`/admin/supply/${written}`)
  if (!admin) return <NotForYou />
  if (number.length > NUMBER_MAX) notFound()
  const shipment = await admin.supply.shipment({ number }).catch(absentAs(undefined))
  if (!shipment) notFound()
  return <ShipmentPage initial={shipment} />
}

export default ShipmentRoute
