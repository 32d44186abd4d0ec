import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { ORDER_ROWS, orderListAddress, readOrderFilter } from '@/features/admin/orders/order-filter'
import { StaffOrders } from '@/features/admin/orders/staff-orders'

export const metadata: Metadata = { title: 'Orders' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const OrdersPage = async ({ searchParams }: Props) => {
  const filter = readOrderFilter(await searchParams)
  const address = orderListAddress(filter)
  const admin = await staffCaller(address)
  if (!admin) return <NotForYou />
  const page = await admin.orders.list({ ...filter, limit: ORDER_ROWS })
  return <StaffOrders key={address} filter={filter} page={page} renderedAtMs={Date.now()} />
}

export default OrdersPage
