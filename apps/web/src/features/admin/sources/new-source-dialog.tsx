'use client'

import { useState } from 'react'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { FormDialog } from '../frame/form-dialog'
import { LocationChoice } from '../frame/location-choice'
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
  const create = trpc.admin.sources.create.useMutation({ onSuccess: onCreated })
  const send = () => {
    setTried(true)
    if (name.trim() === '') return
    create.mutate({
      name,
      expectedEveryMinutes: Number(minutes),
      ...(location === '' ? {} : { location }),
    })
  }
  return (
    <FormDialog
      title="A new source"
      description="A till, a shop's own system or a supplier's feed. It gets a key and a secret to sign with."
      words={{ send: 'Make the key', leave: 'Leave it' }}
      isSending={create.isPending}
      error={create.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        error={isTried && name.trim() === '' ? 'A name tells it from the others.' : undefined}
      />
      <LocationChoice
        label="Speaks for"
        hint="A source of one location is refused everywhere else."
        locations={locations}
        value={location}
        onChange={setLocation}
      />
      <Field label="Is heard" hint="Longer silence raises an alert.">
        {(wiring) => (
          <Select {...wiring} value={minutes} onChange={(event) => setMinutes(event.target.value)} options={EXPECTED} />
        )}
      </Field>
    </FormDialog>
  )
}
