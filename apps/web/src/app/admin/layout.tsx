import { isStaff } from '@selvedge/core'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AdminPowers } from '@/features/admin/frame/admin-powers'
import { HeaderFigures } from '@/features/admin/frame/header-figures'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { Person } from '@/features/admin/frame/person'
import { signInAddress } from '@/features/admin/frame/staff-caller'
import { StaffLiveProvider } from '@/features/admin/frame/staff-live'
import { LiveStockProvider } from '@/features/live/live-stock-provider'
import { AdminShell } from '@/layout/admin-shell'
import { getCaller, getContext } from '@/server/root-reader'
import { ApiProvider } from '@/trpc/provider'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: { default: 'Back office', template: '%s | Back office' },
  robots: { index: false },
}

const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const { viewer } = await getContext()
  // Outside the pages' loading boundary, so that a guest gets a redirect and not half a page first.
  if (!viewer) redirect(signInAddress((await headers()).get('x-selvedge-path') ?? '/admin'))
  if (!isStaff(viewer)) {
    return (
      <main className="page-width">
        <NotForYou />
      </main>
    )
  }
  const figures = await (await getCaller()).admin.figures.now()
  return (
    <ApiProvider>
      <LiveStockProvider>
        <StaffLiveProvider>
          <AdminShell figures={<HeaderFigures initial={figures} />} person={<Person name={viewer.name} />}>
            <AdminPowers isAdmin={viewer.role === 'admin'}>{children}</AdminPowers>
          </AdminShell>
        </StaffLiveProvider>
      </LiveStockProvider>
    </ApiProvider>
  )
}

export default AdminLayout
