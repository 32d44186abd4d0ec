'use client'

import { CARRIERS, type FulfilmentView, type ParcelState, type ParcelView } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { Moment } from '../frame/moment'
import { PackForm } from './pack-form'
import { SendForm } from './send-form'

const STATE_WORDS: Readonly<Record<ParcelState, { badge: string; tone: 'good' | 'wait' | 'plain' }>> = {
  picking: { badge: 'Being picked', tone: 'wait' },
  packed: { badge: 'Packed', tone: 'wait' },
  shipped: { badge: 'On its way', tone: 'good' },
  delivered: { badge: 'Delivered', tone: 'good' },
  'put-back': { badge: 'Put back', tone: 'plain' },
}

type Props = { parcel: ParcelView; nameOf: (lineNo: number) => string; onMoved: (view: FulfilmentView) => void }

/** One parcel and the next thing to do with it. */
export const ParcelRow = ({ parcel, nameOf, onMoved }: Props) => {
  const { parcelId, state, locationCode, carrier, trackingNumber } = parcel
  const putBack = trpc.admin.parcels.putBack.useMutation({ onSuccess: onMoved })
  const deliver = trpc.admin.parcels.deliver.useMutation({ onSuccess: onMoved })
  const { badge, tone } = STATE_WORDS[state]
  const isHere = state === 'picking' || state === 'packed'
  return (
    <article className="flex flex-col gap-3 border border-rule p-4" aria-label={`Parcel from ${locationCode}`}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-small">
        <Badge tone={tone}>{badge}</Badge>
        <span>from {locationCode}</span>
        <span className="text-soft">
          <Moment at={new Date(parcel.deliveredAtMs ?? parcel.shippedAtMs ?? parcel.startedAtMs)} look="short" />
        </span>
        {carrier === undefined ? null : (
          <span className="figures">
            {CARRIERS[carrier].label} {trackingNumber}
          </span>
        )}
      </div>
      {state === 'picking' ? (
        <PackForm parcel={parcel} nameOf={nameOf} onMoved={onMoved} />
      ) : (
        <ul className="text-small">
          {parcel.lines.map(({ lineNo, quantity, packed = quantity }) => (
            <li key={lineNo}>
              {packed} × {nameOf(lineNo)}
              {packed < quantity ? <span className="text-thread"> ({quantity - packed} not found)</span> : null}
            </li>
          ))}
        </ul>
      )}
      {state === 'packed' ? <SendForm parcelId={parcelId} onMoved={onMoved} /> : null}
      <FailureLine error={putBack.error ?? deliver.error} />
      <div className="flex flex-wrap gap-3 empty:hidden">
        {isHere ? (
          <Button size="small" tone="quiet" loading={putBack.isPending} onClick={() => putBack.mutate({ parcelId })}>
            Put it back
          </Button>
        ) : null}
        {state === 'shipped' ? (
          <Button size="small" tone="quiet" loading={deliver.isPending} onClick={() => deliver.mutate({ parcelId })}>
            It was delivered
          </Button>
        ) : null}
      </div>
    </article>
  )
}
