import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { PollList } from '@/features/admin/polls/poll-list'

export const metadata: Metadata = { title: 'Polls' }

const PollsPage = async () => {
  const admin = await staffCaller('/admin/polls')
  if (!admin) return <NotForYou />
  const [first, values] = await Promise.all([admin.polls.list(), admin.polls.values()])
  return <PollList first={first} values={values} />
}

export default PollsPage
