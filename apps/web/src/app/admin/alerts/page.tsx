import type { Metadata } from 'next'
import { AlertInbox } from '@/features/admin/alerts/alert-inbox'
import { ALERT_ROWS } from '@/features/admin/alerts/alert-words'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'

export const metadata: Metadata = { title: 'Alerts' }

const AlertsPage = async () => {
  const admin = await staffCaller('/admin/alerts')
  if (!admin) return <NotForYou />
  return <AlertInbox first={await admin.alerts.list({ state: 'open', limit: ALERT_ROWS })} />
}

export default AlertsPage
