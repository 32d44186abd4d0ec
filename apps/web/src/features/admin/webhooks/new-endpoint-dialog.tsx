'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/button'
import { Dialog, DialogClose } from '@/components/dialog'
import { Field } from '@/components/field'
import { Input } from '@/components/input'
import { Select } from '@/components/select'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'

/** Where changes are to be sent, and of which location. */
export const NewEndpointDialog = ({
  locations,
  onCreated,
  onClose,
}: {
  locations: readonly { code: string; name: string }[]
  onCreated: (fresh: { endpointId: string; secret: string }) => void
  onClose: () => void
}) => {
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const [location, setLocation] = useState('')
  const [isTried, setTried] = useState(false)
  const formId = useId()
  const create = trpc.admin.endpoints.create.useMutation({ onSuccess: onCreated })
  const isAddress = URL.canParse(url.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || !isAddress) return
    create.mutate({ name, url, ...(location === '' ? {} : { location }) })
  }
  const failure = create.error ? errorWords(create.error) : undefined
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title="A new receiver"
      description="Every stock change is sent there, signed, in order, and again until it is taken."
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Leave it</Button>} />
          <Button type="submit" form={formId} loading={create.isPending}>
            Start sending
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
        <Field
          label="Address"
          hint="https only, and not into a private network."
          error={isTried && !isAddress ? 'A whole address, from https:// on.' : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              type="url"
              inputMode="url"
              placeholder="https://"
              value={url}
              maxLength={500}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
        <Field label="Hears of">
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
        <p role="alert" className="border-l-4 border-thread pl-3 text-note empty:hidden">
          {failure ? `${failure.title}. ${failure.detail ?? ''}` : null}
        </p>
      </form>
    </Dialog>
  )
}
