import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { PageHead } from '@/features/admin/frame/page-head'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { Placements } from '@/features/admin/recommendations/placements'
import { RoomIsLive } from '@/features/admin/recommendations/room-is-live'
import { RoomLinks } from '@/features/admin/recommendations/room-links'

export const metadata: Metadata = { title: 'Placements' }

const PlacementsPage = async () => {
  const admin = await staffCaller('/admin/recommendations/placements')
  if (!admin) return <NotForYou />
  const [first, pages] = await Promise.all([admin.placements.list(), admin.placements.pages()])
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title="Placements"
        note="What stands on the pages, from which sources each place chooses, and how it composes"
      >
        <RoomIsLive />
      </PageHead>
      <RoomLinks here="/admin/recommendations/placements" />
      <Placements first={first} pages={pages} />
    </div>
  )
}

export default PlacementsPage
