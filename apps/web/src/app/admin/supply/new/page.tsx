import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/breadcrumbs'
import { absentAs } from '@/features/admin/frame/absent-as'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { PageHead } from '@/features/admin/frame/page-head'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { AnnounceForm } from '@/features/admin/supply/announce-form'

export const metadata: Metadata = { title: 'Announce a shipment' }

type Props = { searchParams: Promise<{ order?: string | string[] }> }

const AnnouncePage = async ({ searchParams }: Props) => {
  const { order: asked } = await searchParams
  const number = typeof asked === 'string' && asked.length <= 20 ? asked : undefined
  const admin = await staffCaller('/admin/supply/new')
  if (!admin) return <NotForYou />
  const [suppliers, locations, order] = await Promise.all([
    admin.supply.suppliers(),
    admin.stock.locations(),
    number === undefined ? undefined : admin.supply.order({ number }).catch(absentAs(undefined)),
  ])
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumbs steps={[{ label: 'Inbound', href: '/admin/supply' }, { label: 'New' }]} />
      <PageHead title="Announce a shipment" note={order ? `For ${order.number}` : undefined} />
      <AnnounceForm suppliers={suppliers} locations={locations} order={order} />
    </div>
  )
}

export default AnnouncePage
