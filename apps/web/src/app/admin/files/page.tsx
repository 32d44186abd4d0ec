import type { Metadata } from 'next'
import { FilesView } from '@/features/admin/files/files-view'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { staffCaller } from '@/features/admin/frame/staff-caller'

export const metadata: Metadata = { title: 'Files' }

const FilesPage = async ({ searchParams }: { searchParams: Promise<{ file?: string | string[] }> }) => {
  const { file } = await searchParams
  const admin = await staffCaller('/admin/files')
  if (!admin) return <NotForYou />
  const [jobs, locations] = await Promise.all([admin.files.list(), admin.stock.locations()])
  return <FilesView initial={jobs} locations={locations} asked={typeof file === 'string' ? file : undefined} />
}

export default FilesPage
