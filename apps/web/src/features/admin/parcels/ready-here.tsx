'use client'

import type { FulfilmentView, ReadyUnits } from '@selvedge/core'
import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Quantity } from '@/components/quantity'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'

type Props = {
  number: string
  lines: readonly ReadyUnits[]
  nameOf: (lineNo: number) => string
  onMoved: (view: FulfilmentView) => void
}

/** What one place can send now; all of it unless somebody says otherwise. */
export const ReadyHere = ({ number, lines, nameOf, onMoved }: Props) => {
  const [less, setLess] = useState<Readonly<Record<number, number>>>({})
  // Pressed twice, one parcel is begun; a new one after it has its own id.
  const parcelId = useRef(crypto.randomUUID())
  const start = trpc.admin.parcels.start.useMutation({
    onSuccess: (view) => {
      parcelId.current = crypto.randomUUID()
      setLess({})
      onMoved(view)
    },
  })
  const place = lines[0]
  if (!place) return null
  const asked = lines
    .map(({ lineNo, units }) => ({ lineNo, quantity: Math.min(units, less[lineNo] ?? units) }))
    .filter(({ quantity }) => quantity > 0)
  return (
    <div className="flex flex-col gap-3 border border-rule bg-raised p-4">
      <h3 className="text-small font-medium">Ready at {place.locationCode}</h3>
      <ul className="flex flex-col gap-2">
        {lines.map(({ lineNo, units, sku }) => (
          <li key={lineNo} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-small">
            <span>
              {nameOf(lineNo)} <span className="figures text-note text-soft">{sku}</span>
            </span>
            <Quantity
              what={`${sku} from ${place.locationCode}`}
              value={less[lineNo] ?? units}
              min={0}
              max={units}
              onChange={(quantity) => setLess({ ...less, [lineNo]: quantity })}
            />
          </li>
        ))}
      </ul>
      <FailureLine error={start.error} />
      <Button
        size="small"
        className="self-start"
        disabled={asked.length === 0}
        loading={start.isPending}
        onClick={() => start.mutate({ number, parcelId: parcelId.current, locationId: place.locationId, lines: asked })}
      >
        Pick a parcel at {place.locationCode}
      </Button>
    </div>
  )
}
