'use client'

import type { FulfilmentView, ParcelView } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Quantity } from '@/components/quantity'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'

type Props = { parcel: ParcelView; nameOf: (lineNo: number) => string; onMoved: (view: FulfilmentView) => void }

/** What went into the box, made for a thumb. What is not found leaves the books, and is looked for elsewhere. */
export const PackForm = ({ parcel, nameOf, onMoved }: Props) => {
  const [found, setFound] = useState<Readonly<Record<number, number>>>({})
  const pack = trpc.admin.parcels.pack.useMutation({
    onSuccess: (view) => {
      toast('Packed')
      onMoved(view)
    },
  })
  const short = parcel.lines.flatMap(({ lineNo, quantity }) => {
    const packed = found[lineNo] ?? quantity
    return packed < quantity ? [{ lineNo, packed, missing: quantity - packed }] : []
  })
  const missing = short.reduce((sum, line) => sum + line.missing, 0)
  return (
    <>
      <ul className="flex flex-col gap-2">
        {parcel.lines.map(({ lineNo, sku, quantity }) => (
          <li key={lineNo} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-small">
            <span>
              {nameOf(lineNo)} <span className="figures text-note text-soft">{sku}</span>
            </span>
            <Quantity
              what={`${sku} in the box`}
              value={found[lineNo] ?? quantity}
              min={0}
              max={quantity}
              onChange={(packed) => setFound({ ...found, [lineNo]: packed })}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="text-note text-thread empty:hidden">
        {missing === 0
          ? null
          : `${missing} not found: taken off the books here, and looked for at another place. What nobody has can be cancelled.`}
      </p>
      <FailureLine error={pack.error} />
      <Button
        size="small"
        className="self-start"
        loading={pack.isPending}
        onClick={() =>
          pack.mutate({ parcelId: parcel.parcelId, short: short.map(({ lineNo, packed }) => ({ lineNo, packed })) })
        }
      >
        Close the box
      </Button>
    </>
  )
}
