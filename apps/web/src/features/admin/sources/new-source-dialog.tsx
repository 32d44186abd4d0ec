'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/button'
import { Dialog, DialogClose } from '@/components/dialog'
import { Field } from '@/components/field'
import { Input } from '@/components/input'
import { Select } from '@/components/select'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'
import type { FreshKey } from './fresh-key-dialog'

const EXPECTED = [
  { value: '5', label: 'every 5 minutes' },
  { value: '60', label: 'every hour' },
  { value: '1440', label: 'every day' },
  { value: '10080', label: 'every week' },
]

/** Name, place and rhythm of a system that will tell us of stock. */
export const NewSourceDialog = ({
  locations,
  onCreated,
  onClose,
}: {
  locations: readonly { code: string; name: string }[]
  onCreated: (fresh: FreshKey) => void
  onClose: () => void
}) => {
  const [name, setName] = useState('')
  const [location, setLocation] = useState('')
  const [minutes, setMinutes] = useState('60')
  const [isTried, setTried] = useState(false)
  const formId = useId()
  const create = trpc.admin.sources.create.useMutation({ onSuccess: onCreated })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return
    create.mutate({
      name,
      expectedEveryMinutes: Number(minutes),
      ...(location === '' ? {} : { location }),
    })
  }
  const failure = create.error ? errorWords(create.error) : undefined
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="A new source"
      description="A till, a shop's own system or a supplier's feed. It gets a key and a secret to sign with."
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Leave it</Button>} />
          <Button type="submit" form={formId} loading={create.isPending}>
            Make the key
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Name" error={isTried && name.trim() === '' ? 'A name tells it from the others.' : undefined}>
          {(wiring) => (
            <Input {...wiring} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label="Speaks for" hint="A source of one location is refused everywhere else.">
          {(wiring) => (
            <Select
              {...wiring}
              value={location}
              onChange={(event) => setLocation(event.target.value)}
              options={[
                { value: '', label: 'Every location' },
                ...locations.map(({ code, name: place }) => ({ value: code, label: `${code}, ${place}` })),
              ]}
            />
          )}
        </Field>
        <Field label="Is heard" hint="Longer silence raises an alert.">
          {(wiring) => (
            <Select
              {...wiring}
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
              options={EXPECTED}
            />
          )}
        </Field>
        <p role="alert" className="border-l-4 border-thread pl-3 text-note empty:hidden">
          {failure ? `${failure.title}. ${failure.detail ?? ''}` : null}
        </p>
      </form>
    </Dialog>
  )
}
