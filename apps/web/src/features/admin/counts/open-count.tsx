'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { Dialog, DialogClose } from '@/components/dialog'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { newRequestId } from '@/trpc/request-id'
import { FailureLine } from '../frame/failure-line'

type Place = { id: number; code: string; name: string }

const whole = (typed: FormDataEntryValue | null): number => Math.max(0, Math.trunc(Number(typed ?? 0)) || 0)

/** Asks what to count, and how far a shelf may be off before somebody looks twice. */
export const OpenCount = ({ places }: { places: readonly Place[] }) => {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [requestId, setRequestId] = useState(newRequestId)
  const open = trpc.admin.counts.open.useMutation({
    onSuccess: ({ countId }) => router.push(`/admin/counts/${countId}`),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const query = String(typed.get('query') ?? '').trim()
    open.mutate({
      requestId,
      locationId: Number(typed.get('location')),
      ...(query === '' ? {} : { query }),
      recountUnits: whole(typed.get('units')),
      recountPercent: Math.min(100, whole(typed.get('percent'))),
    })
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(wanted) => {
        setOpen(wanted)
        if (wanted) setRequestId(newRequestId())
      }}
      trigger={<Button size="small">New count</Button>}
      title="Open a count"
      description="The count is blind: what the books say is not shown until it is posted. Selling goes on meanwhile."
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Not now</Button>} />
          <Button type="submit" form="open-count" loading={open.isPending}>
            Start counting
          </Button>
        </>
      }
    >
      <form id="open-count" onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Place">
          {(wiring) => (
            <Select
              {...wiring}
              name="location"
              options={places.map(({ id, code, name }) => ({ value: String(id), label: `${code}, ${name}` }))}
            />
          )}
        </Field>
        <TextField
          label="Which pieces"
          name="query"
          optional
          maxLength={80}
          hint="A brand, a title or a SKU, any part of it"
        />
        <div className="grid grid-cols-2 gap-4">
          <TextField label="Count again above" name="units" inputMode="numeric" defaultValue="2" hint="pieces off" />
          <TextField label="and above" name="percent" inputMode="numeric" defaultValue="10" hint="per cent off" />
        </div>
        <FailureLine error={open.error} />
      </form>
    </Dialog>
  )
}
