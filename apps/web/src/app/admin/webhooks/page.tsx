import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { WebhooksView } from '@/features/admin/webhooks/webhooks-view'

export const metadata: Metadata = { title: 'Webhooks' }

const WebhooksPage = async () => {
  const admin = await staffCaller('/admin/webhooks')
  if (!admin) return <NotForYou />
  const [endpoints, locations] = await Promise.all([admin.endpoints.list(), admin.stock.locations()])
  return <WebhooksView initial={endpoints} locations={locations} renderedAtMs={Date.now()} />
}

export default WebhooksPage
