'use client'

import { CARRIERS, type Carrier, carrierSchema, type FulfilmentView, trackingNumberSchema } from '@selvedge/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'

type Props = { parcelId: string; onMoved: (view: FulfilmentView) => void }

/** With whom the parcel goes, and under which number. The buyer hears of it at once. */
export const SendForm = ({ parcelId, onMoved }: Props) => {
  const [carrier, setCarrier] = useState<Carrier>('postnl')
  const [trackingNumber, setTrackingNumber] = useState('')
  const [problem, setProblem] = useState<string>()
  const ship = trpc.admin.parcels.ship.useMutation({
    onSuccess: (view) => {
      toast('On its way')
      onMoved(view)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const number = trackingNumberSchema.safeParse(trackingNumber)
    setProblem(number.success ? undefined : 'Six to forty letters, digits or hyphens.')
    if (number.success) ship.mutate({ parcelId, carrier, trackingNumber: number.data })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Carrier">
          {(wiring) => (
            <Select
              {...wiring}
              value={carrier}
              onChange={(event) => setCarrier(carrierSchema.parse(event.target.value))}
              options={carrierSchema.options.map((value) => ({ value, label: CARRIERS[value].label }))}
            />
          )}
        </Field>
        <TextField
          label="Tracking number"
          value={trackingNumber}
          onChange={(event) => setTrackingNumber(event.target.value)}
          autoComplete="off"
          maxLength={40}
          error={problem}
        />
      </div>
      <FailureLine error={ship.error} />
      <Button type="submit" size="small" className="self-start" loading={ship.isPending}>
        Hand it to the carrier
      </Button>
    </form>
  )
}
