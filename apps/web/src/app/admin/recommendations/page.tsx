import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { PageHead } from '@/features/admin/frame/page-head'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { Inspector } from '@/features/admin/recommendations/inspector'
import { RoomLinks } from '@/features/admin/recommendations/room-links'
import { isRefusal } from '@/server/is-refusal'

export const metadata: Metadata = { title: 'Recommendation inspector' }

const InspectorPage = async () => {
  const admin = await staffCaller('/admin/recommendations')
  if (!admin) return <NotForYou />
  const first = await admin.inspector.inspect({ placement: 'for-you' }).catch((fault: unknown) => {
    // An engine that is still being loaded is said by the page itself; anything else is a fault.
    if (!isRefusal(fault, 'PRECONDITION_FAILED', 'NOT_FOUND')) throw fault
    return undefined
  })
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Recommendations" note="Why an answer is as it is, for any shopper" />
      <RoomLinks here="/admin/recommendations" />
      <Inspector first={first} />
    </div>
  )
}

export default InspectorPage
