'use client'

import type { FileJob } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { trpc } from '@/trpc/client'
import { tellFailure } from '../frame/tell-failure'
import { fileProgress, fileState, KIND_WORDS } from './file-words'
import { ProblemTable } from './problem-table'
import { ProgressLine } from './progress-line'
import { fileRefusalWords } from './refusal-words'

/** One file: what was found, how far it is, and the one decision there is to make. */
export const FileDetail = ({ job, onChanged }: { job: FileJob; onChanged: () => void }) => {
  const [skips, setSkips] = useState(false)
  const apply = trpc.admin.files.applyRows.useMutation({ onSuccess: onChanged, onError: tellFailure })
  const drop = trpc.admin.files.drop.useMutation({ onSuccess: onChanged, onError: tellFailure })
  const progress = fileProgress(job)
  const { words } = fileState(job)
  const isBlocked = job.badRows > 0 && !skips
  return (
    <section aria-label={job.name} className="flex flex-col gap-4 border border-rule bg-raised p-4">
      <div>
        <h2 className="font-display text-title break-all">{job.name}</h2>
        <p className="figures text-note text-soft">
          {KIND_WORDS[job.kind].label}
          {job.encoding ? ` · ${job.encoding.toUpperCase()}` : ''}
          {job.bytes > 0 ? ` · ${Math.max(1, Math.round(job.bytes / 1_024)).toLocaleString('en-GB')} kB` : ''}
        </p>
      </div>
      <p role="status" className="text-small">
        {words}
        {job.supersededRows > 0 ? `; ${job.supersededRows.toLocaleString('en-GB')} older than a newer count` : ''}.
      </p>
      {progress === undefined ? null : <ProgressLine label={words} share={progress} />}
      {job.refusal ? (
        <p className="border-l-4 border-thread pl-3 text-small">
          {fileRefusalWords(job.refusal).title}. {fileRefusalWords(job.refusal).detail}
        </p>
      ) : null}
      {job.badRows > 0 ? <ProblemTable fileId={job.id} badRows={job.badRows} /> : null}
      {job.state === 'ready' ? (
        <div className="flex flex-col gap-3">
          {job.badRows > 0 ? (
            <Checkbox
              label={`Skip the ${job.badRows.toLocaleString('en-GB')} that are not right`}
              checked={skips}
              onChange={(event) => setSkips(event.target.checked)}
            />
          ) : null}
          <div className="flex flex-wrap gap-3">
            <Button
              disabled={isBlocked || job.goodRows === 0}
              loading={apply.isPending}
              onClick={() => apply.mutate({ fileId: job.id, skipBadRows: skips })}
            >
              Apply {job.goodRows.toLocaleString('en-GB')} rows
            </Button>
            <Button tone="quiet" loading={drop.isPending} onClick={() => drop.mutate({ fileId: job.id })}>
              Drop the file
            </Button>
          </div>
        </div>
      ) : null}
      {job.direction === 'out' && job.state === 'done' ? (
        <a href={`/api/admin/files/${job.id}/file`} download className="thread-link self-start text-small">
          Download {job.name}
        </a>
      ) : null}
    </section>
  )
}
