import type { Metadata } from 'next'
import { Backorders } from '@/features/admin/backorders/backorders'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'

export const metadata: Metadata = { title: 'Backorders' }

const SKU_MAX = 64

const BackordersPage = async ({ searchParams }: { searchParams: Promise<{ sku?: string | string[] }> }) => {
  const { sku } = await searchParams
  const admin = await staffCaller('/admin/backorders')
  if (!admin) return <NotForYou />
  const wanted = typeof sku === 'string' ? sku.trim().slice(0, SKU_MAX) : ''
  const rows = await admin.supply.backorders(wanted === '' ? {} : { sku: wanted })
  return <Backorders key={wanted} sku={wanted} first={rows} />
}

export default BackordersPage
