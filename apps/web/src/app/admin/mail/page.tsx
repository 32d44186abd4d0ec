import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { CaughtMails } from '@/features/admin/mail/caught-mails'

export const metadata: Metadata = { title: 'Mail' }

const MailPage = async () => {
  const admin = await staffCaller('/admin/mail')
  if (!admin) return <NotForYou />
  return <CaughtMails mails={await admin.mail.caught()} />
}

export default MailPage
