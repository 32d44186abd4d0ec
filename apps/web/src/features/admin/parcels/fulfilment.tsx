'use client'

import type { AdminOrder, FulfilmentView, ReadyUnits } from '@selvedge/core'
import { useCallback } from 'react'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { useStaffTopic } from '../frame/use-staff-topic'
import { optionWords } from '../option-words'
import { ParcelRow } from './parcel-row'
import { ReadyHere } from './ready-here'

/** Orders that were never taken by this house's checkout have no parcels to make. */
const HAS_PARCELS: ReadonlySet<AdminOrder['state']> = new Set(['confirmed', 'part_shipped', 'shipped', 'delivered'])

/** The order on its way out: what each place can send now, what waits for supply, and every parcel. */
export const Fulfilment = ({ order }: { order: AdminOrder }) => {
  const { number, state } = order
  const utils = trpc.useUtils()
  const isSent = HAS_PARCELS.has(state)
  const { data, error, refetch } = trpc.admin.parcels.ofOrder.useQuery({ number }, { enabled: isSent })
  useStaffTopic(['order', 'supply'], () => {
    if (isSent) void refetch()
  })
  const onMoved = (view: FulfilmentView) => {
    utils.admin.parcels.ofOrder.setData({ number }, view)
    void utils.admin.orders.byNumber.invalidate({ number })
  }
  const comeHere = useCallback((heading: HTMLElement | null) => {
    // The panel comes after the page: by then the browser has given up looking for what its address names.
    if (heading && window.location.hash === `#${heading.id}`) heading.focus()
  }, [])
  if (error) return <FailureLine error={error} />
  if (!data || data.ready.length + data.waiting.length + data.parcels.length === 0) return null
  const nameOf = (lineNo: number): string => {
    const line = order.lines[lineNo - 1]
    return line ? `${line.title}, ${optionWords(line)}` : `Line ${lineNo}`
  }
  return (
    <section aria-labelledby="fulfilment" className="flex flex-col gap-3">
      <h2
        id="fulfilment"
        ref={comeHere}
        tabIndex={-1}
        className="scroll-mt-20 label-caps text-soft focus-visible:outline-0"
      >
        Pick, pack, send
      </h2>
      {byPlace(data.ready).map((lines) => (
        <ReadyHere key={lines[0]?.locationId} number={number} lines={lines} nameOf={nameOf} onMoved={onMoved} />
      ))}
      {data.waiting.map(({ lineNo, units }) => (
        <p key={lineNo} className="border-l-4 border-weld pl-3 text-small">
          {units} × {nameOf(lineNo)}: {units === 1 ? 'waits' : 'wait'} for supply to come.
        </p>
      ))}
      {data.parcels.map((parcel) => (
        <ParcelRow key={parcel.parcelId} parcel={parcel} nameOf={nameOf} onMoved={onMoved} />
      ))}
    </section>
  )
}

const byPlace = (ready: readonly ReadyUnits[]): readonly (readonly ReadyUnits[])[] =>
  [...new Set(ready.map(({ locationId }) => locationId))].map((place) =>
    ready.filter(({ locationId }) => locationId === place),
  )
