import type { Metadata } from 'next'
import { ForecastView } from '@/features/admin/forecast/forecast-view'
import { FORECAST_ROWS } from '@/features/admin/forecast/forecast-words'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'

export const metadata: Metadata = { title: 'Forecast' }

const FIND_MAX = 80

const ForecastPage = async ({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) => {
  const { q } = await searchParams
  const admin = await staffCaller('/admin/forecast')
  if (!admin) return <NotForYou />
  const find = typeof q === 'string' ? q.trim().slice(0, FIND_MAX) : ''
  const [rows, suggestions] = await Promise.all([
    admin.forecast.list({ limit: FORECAST_ROWS, ...(find ? { find } : {}) }),
    admin.forecast.suggestions(),
  ])
  return <ForecastView key={find} find={find} first={rows} suggestions={suggestions} />
}

export default ForecastPage
