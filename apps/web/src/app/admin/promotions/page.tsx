import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { MarkdownList } from '@/features/admin/promotions/markdown-list'

export const metadata: Metadata = { title: 'Promotions' }

const PromotionsPage = async () => {
  const admin = await staffCaller('/admin/promotions')
  if (!admin) return <NotForYou />
  const [first, collections] = await Promise.all([admin.promotions.list(), admin.promotions.collections()])
  return <MarkdownList first={first} collections={collections} />
}

export default PromotionsPage
