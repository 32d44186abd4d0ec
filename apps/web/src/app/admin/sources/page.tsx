import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { SourcesView } from '@/features/admin/sources/sources-view'

export const metadata: Metadata = { title: 'Sources' }

const SourcesPage = async () => {
  const admin = await staffCaller('/admin/sources')
  if (!admin) return <NotForYou />
  const [sources, locations] = await Promise.all([admin.sources.list(), admin.stock.locations()])
  return <SourcesView initial={sources} locations={locations} renderedAtMs={Date.now()} />
}

export default SourcesPage
