import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ForecastDetailView } from '@/features/admin/forecast/forecast-detail-view'
import { absentAs } from '@/features/admin/frame/absent-as'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'

type Props = { params: Promise<{ sku: string }> }

const SKU_MAX = 64

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `Forecast of ${decodeURIComponent((await params).sku).slice(0, SKU_MAX)}`,
})

const ForecastOfSku = async ({ params }: Props) => {
  const { sku: written } = await params
  const sku = decodeURIComponent(written)
  const admin = await staffCaller(`/admin/forecast/${written}`)
  if (!admin) return <NotForYou />
  if (sku.length > SKU_MAX) notFound()
  const detail = await admin.forecast.detail({ sku }).catch(absentAs(undefined))
  if (!detail) notFound()
  return <ForecastDetailView first={detail} />
}

export default ForecastOfSku
