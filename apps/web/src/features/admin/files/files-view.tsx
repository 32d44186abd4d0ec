'use client'

import type { FileJob } from '@selvedge/core'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { LiveDot } from '@/components/live-dot'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { ExportForm } from './export-form'
import { FileDetail } from './file-detail'
import { fileState, KIND_WORDS } from './file-words'
import { UploadForm } from './upload-form'

/** Files in and out: upload, report, the decision, progress, downloads. */
export const FilesView = ({
  initial,
  locations,
  asked,
}: {
  initial: readonly FileJob[]
  locations: readonly { code: string; name: string }[]
  /** The file that a link led to. */
  asked?: string | undefined
}) => {
  const [shownId, setShownId] = useState(asked ?? initial[0]?.id)
  const files = trpc.useUtils().admin.files
  const { data, isError } = trpc.admin.files.list.useQuery(undefined, { initialData: [...initial] })
  // The list, and what was found wrong with the file that is shown.
  const lookAgain = (): void => void files.invalidate()
  const isLive = useStaffTopic('file', lookAgain)
  const show = (fileId: string): void => {
    setShownId(fileId)
    lookAgain()
  }
  const shown = data.find(({ id }) => id === shownId)
  return (
    <div className="flex flex-col gap-6">
      <PageHead title="Files" note="Stock, counts and shipments as files: checked whole before anything changes">
        <LiveDot live={isLive && !isError} />
      </PageHead>
      <div className="grid gap-6 xl:grid-cols-2">
        <UploadForm onUploaded={show} />
        <ExportForm locations={locations} onBegun={show} />
      </div>
      {shown ? <FileDetail key={shown.id} job={shown} onChanged={lookAgain} /> : null}
      {data.length === 0 ? null : (
        <Table caption="Files, newest first">
          <TableHead>
            <tr>
              <TableHeading>File</TableHeading>
              <TableHeading>Holds</TableHeading>
              <TableHeading>State</TableHeading>
              <TableHeading numeric>Rows</TableHeading>
              <TableHeading numeric>When</TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {data.map((job) => (
              <TableRow key={job.id} aria-selected={job.id === shownId}>
                <TableCell>
                  <button
                    type="button"
                    className="thread-hover text-left font-medium"
                    onClick={() => setShownId(job.id)}
                  >
                    {job.name}
                    <span className="sr-only">, show it</span>
                  </button>
                </TableCell>
                <TableCell>
                  {KIND_WORDS[job.kind].label}, {job.direction === 'in' ? 'in' : 'out'}
                </TableCell>
                <TableCell>
                  <Badge tone={fileState(job).tone}>{fileState(job).words}</Badge>
                </TableCell>
                <TableCell numeric>{job.rows.toLocaleString('en-GB')}</TableCell>
                <TableCell numeric>
                  <Moment at={job.createdAt} look="short" />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}
