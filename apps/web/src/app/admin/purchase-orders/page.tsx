import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { PurchaseOrders } from '@/features/admin/supply/purchase-orders'

export const metadata: Metadata = { title: 'Purchase orders' }

const PurchaseOrdersPage = async () => {
  const admin = await staffCaller('/admin/purchase-orders')
  if (!admin) return <NotForYou />
  const [orders, suppliers, locations] = await Promise.all([
    admin.supply.orders(),
    admin.supply.suppliers(),
    admin.stock.locations(),
  ])
  return <PurchaseOrders orders={orders} suppliers={suppliers} locations={locations} />
}

export default PurchaseOrdersPage
