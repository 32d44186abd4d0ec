'use client'

import { FILE_KINDS, type FileKind } from '@selvedge/core'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { LocationChoice } from '../frame/location-choice'
import { tellFailure } from '../frame/tell-failure'
import { KIND_WORDS } from './file-words'

/** Writes a file in the background; it can be brought in again as it is. */
export const ExportForm = ({
  locations,
  onBegun,
}: {
  locations: readonly { code: string; name: string }[]
  onBegun: (fileId: string) => void
}) => {
  const [kind, setKind] = useState<FileKind>('stock')
  const [location, setLocation] = useState('')
  const titleId = useId()
  const begin = trpc.admin.files.beginExport.useMutation({
    onSuccess: ({ fileId }) => onBegun(fileId),
    onError: tellFailure,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const day = new Date().toISOString().slice(0, 10)
    begin.mutate({ kind, day, ...(location === '' ? {} : { location }) })
  }
  return (
    <form aria-labelledby={titleId} onSubmit={submit} className="flex flex-col gap-4 border border-rule bg-raised p-4">
      <h2 id={titleId} className="label-caps text-soft">
        Write a file
      </h2>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Of">
          {(wiring) => (
            <Select
              {...wiring}
              value={kind}
              onChange={(event) => setKind(FILE_KINDS.find((one) => one === event.target.value) ?? 'stock')}
              options={FILE_KINDS.map((value) => ({ value, label: KIND_WORDS[value].label }))}
            />
          )}
        </Field>
        <LocationChoice label="At" locations={locations} value={location} onChange={setLocation} />
      </div>
      <Button type="submit" tone="quiet" className="mt-auto self-start" loading={begin.isPending}>
        Begin writing
      </Button>
    </form>
  )
}
