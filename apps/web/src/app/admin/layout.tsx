import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AdminShell } from '../../layout/admin-shell'

export const metadata: Metadata = {
  title: { default: 'Back office', template: '%s | Back office' },
  robots: { index: false },
}

const AdminLayout = ({ children }: { children: ReactNode }) => <AdminShell>{children}</AdminShell>

export default AdminLayout
