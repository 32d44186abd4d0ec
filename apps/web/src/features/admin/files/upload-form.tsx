'use client'

import { FILE_KINDS, type FileKind } from '@selvedge/core'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Select } from '@/components/select'
import { KIND_WORDS } from './file-words'
import { ProgressLine } from './progress-line'
import { uploadFile } from './upload-file'

const kindOf = (value: string): FileKind => FILE_KINDS.find((kind) => kind === value) ?? 'stock'

/** Takes a file in. It is checked first and changes nothing until somebody says so. */
export const UploadForm = ({ onUploaded }: { onUploaded: (fileId: string) => void }) => {
  const [kind, setKind] = useState<FileKind>('stock')
  const [share, setShare] = useState<number>()
  const [failure, setFailure] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const titleId = useId()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const file = input.current?.files?.[0]
    if (!file) return setFailure('Choose a file first.')
    setFailure(undefined)
    setShare(0)
    const answer = await uploadFile(file, kind, setShare)
    setShare(undefined)
    if ('failure' in answer) return setFailure(answer.failure)
    if (input.current) input.current.value = ''
    onUploaded(answer.fileId)
  }
  return (
    <form
      aria-labelledby={titleId}
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-4 border border-rule bg-raised p-4"
    >
      <h2 id={titleId} className="label-caps text-soft">
        Bring a file in
      </h2>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="It holds" hint={`Columns: ${KIND_WORDS[kind].columns}`}>
          {(wiring) => (
            <Select
              {...wiring}
              value={kind}
              onChange={(event) => setKind(kindOf(event.target.value))}
              options={FILE_KINDS.map((value) => ({ value, label: KIND_WORDS[value].label }))}
            />
          )}
        </Field>
        <Field label="File" hint="CSV in UTF-8, UTF-16 or Windows-1252." error={failure}>
          {(wiring) => (
            <input
              {...wiring}
              ref={input}
              type="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              className="min-h-touch w-full border border-edge bg-paper px-3 py-2 text-small file:mr-4 file:border-0 file:bg-transparent file:font-medium"
            />
          )}
        </Field>
      </div>
      {share === undefined ? null : <ProgressLine label="Sending" share={share} />}
      <Button type="submit" className="self-start" loading={share !== undefined}>
        Upload and check
      </Button>
    </form>
  )
}
