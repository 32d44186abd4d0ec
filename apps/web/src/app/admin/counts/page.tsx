import type { Metadata } from 'next'
import { CountList } from '@/features/admin/counts/count-list'
import { COUNT_ROWS } from '@/features/admin/counts/count-words'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'

export const metadata: Metadata = { title: 'Counts' }

const CountsPage = async () => {
  const admin = await staffCaller('/admin/counts')
  if (!admin) return <NotForYou />
  const [first, places] = await Promise.all([admin.counts.list({ limit: COUNT_ROWS }), admin.stock.locations()])
  return <CountList first={first} places={places} />
}

export default CountsPage
