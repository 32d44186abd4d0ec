'use client'

import { useState } from 'react'
import { TextField } from '@/components/input'
import { trpc } from '@/trpc/client'
import { FormDialog } from '../frame/form-dialog'
import { LocationChoice } from '../frame/location-choice'

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
  const create = trpc.admin.endpoints.create.useMutation({ onSuccess: onCreated })
  const isAddress = URL.canParse(url.trim())
  const send = () => {
    setTried(true)
    if (name.trim() === '' || !isAddress) return
    create.mutate({ name, url, ...(location === '' ? {} : { location }) })
  }
  return (
    <FormDialog
      title="A new receiver"
      description="Every stock change is sent there, signed, in order, and again until it is taken."
      words={{ send: 'Start sending', leave: 'Leave it' }}
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
      <TextField
        label="Address"
        type="url"
        inputMode="url"
        placeholder="https://"
        value={url}
        maxLength={500}
        onChange={(event) => setUrl(event.target.value)}
        hint="https only, and not into a private network."
        error={isTried && !isAddress ? 'A whole address, from https:// on.' : undefined}
      />
      <LocationChoice label="Hears of" locations={locations} value={location} onChange={setLocation} />
    </FormDialog>
  )
}
