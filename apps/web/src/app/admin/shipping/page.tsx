import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { readShippingFilter, SHIPPING_ROWS, shippingAddress } from '@/features/admin/shipping/shipping-filter'
import { ShippingView } from '@/features/admin/shipping/shipping-view'

export const metadata: Metadata = { title: 'Shipping' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const ShippingPage = async ({ searchParams }: Props) => {
  const filter = readShippingFilter(await searchParams)
  const address = shippingAddress(filter)
  const admin = await staffCaller(address)
  if (!admin) return <NotForYou />
  const first = await admin.parcels.worklist({ ...filter, limit: SHIPPING_ROWS })
  return <ShippingView key={address} filter={filter} first={first} renderedAtMs={Date.now()} />
}

export default ShippingPage
