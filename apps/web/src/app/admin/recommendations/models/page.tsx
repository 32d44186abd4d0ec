import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { PageHead } from '@/features/admin/frame/page-head'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { Models } from '@/features/admin/recommendations/models'
import { RoomIsLive } from '@/features/admin/recommendations/room-is-live'
import { RoomLinks } from '@/features/admin/recommendations/room-links'

export const metadata: Metadata = { title: 'Models' }

const ModelsPage = async () => {
  const admin = await staffCaller('/admin/recommendations/models')
  if (!admin) return <NotForYou />
  const [models, figures] = await Promise.all([admin.models.list(), admin.models.figures({ days: 14 })])
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Models" note="What was trained, on which data, and what answers now">
        <RoomIsLive />
      </PageHead>
      <RoomLinks here="/admin/recommendations/models" />
      <Models first={models} figures={figures} />
    </div>
  )
}

export default ModelsPage
