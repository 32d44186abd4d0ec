import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { PageHead } from '@/features/admin/frame/page-head'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { RoomIsLive } from '@/features/admin/recommendations/room-is-live'
import { RoomLinks } from '@/features/admin/recommendations/room-links'
import { Rules } from '@/features/admin/recommendations/rules'

export const metadata: Metadata = { title: 'Rules' }

const RulesPage = async () => {
  const admin = await staffCaller('/admin/recommendations/rules')
  if (!admin) return <NotForYou />
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Rules" note="Pin, boost, bury, exclude and cap; seen before they are in force">
        <RoomIsLive />
      </PageHead>
      <RoomLinks here="/admin/recommendations/rules" />
      <Rules first={await admin.rules.list()} />
    </div>
  )
}

export default RulesPage
