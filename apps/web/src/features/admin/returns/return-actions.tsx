'use client'

import type { StaffReturn } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'

type Props = {
  found: StaffReturn
  places: readonly { id: number; code: string; name: string }[]
  onDone: (after: StaffReturn) => void
}

/** What can be done with the return as a whole: decide about it, or take its parcel in at a desk. */
export const ReturnActions = ({ found, places, onDone }: Props) => {
  const [placeId, setPlaceId] = useState(String(places[0]?.id ?? ''))
  const decide = trpc.admin.returns.decide.useMutation({ onSuccess: onDone })
  const receive = trpc.admin.returns.receive.useMutation({ onSuccess: onDone })
  const change = { returnId: found.returnId, expectedVersion: found.version }
  if (found.state !== 'requested' && found.state !== 'approved') return null
  return (
    <div className="flex max-w-prose flex-col gap-3">
      {found.state === 'requested' ? (
        <div className="flex flex-wrap gap-3">
          <Button loading={decide.isPending} onClick={() => decide.mutate({ ...change, approve: true })}>
            Approve
          </Button>
          <Button tone="danger" loading={decide.isPending} onClick={() => decide.mutate({ ...change, approve: false })}>
            Do not accept
          </Button>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Select
          aria-label="Desk"
          value={placeId}
          onChange={(event) => setPlaceId(event.target.value)}
          className="w-auto min-w-56 max-sm:flex-1"
          options={places.map(({ id, code, name }) => ({ value: String(id), label: `${code}, ${name}` }))}
        />
        <Button
          tone={found.state === 'approved' ? 'primary' : 'quiet'}
          loading={receive.isPending}
          onClick={() => receive.mutate({ ...change, locationId: Number(placeId) })}
        >
          The parcel is here
        </Button>
      </div>
      <FailureLine error={decide.error ?? receive.error} />
    </div>
  )
}
