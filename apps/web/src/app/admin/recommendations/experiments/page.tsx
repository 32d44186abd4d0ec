import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { PageHead } from '@/features/admin/frame/page-head'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { Experiments } from '@/features/admin/recommendations/experiments'
import { RoomIsLive } from '@/features/admin/recommendations/room-is-live'
import { RoomLinks } from '@/features/admin/recommendations/room-links'

export const metadata: Metadata = { title: 'Experiments' }

const ExperimentsPage = async () => {
  const admin = await staffCaller('/admin/recommendations/experiments')
  if (!admin) return <NotForYou />
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Experiments" note="What is tried on whom, and what it says">
        <RoomIsLive />
      </PageHead>
      <RoomLinks here="/admin/recommendations/experiments" />
      <Experiments first={await admin.experiments.list()} />
    </div>
  )
}

export default ExperimentsPage
