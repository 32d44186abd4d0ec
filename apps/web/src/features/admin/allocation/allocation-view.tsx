'use client'

import type { AllocationPolicy, ChannelHoldPolicy, Place, SafetyPlace } from '@selvedge/core'
import { useState } from 'react'
import { LiveDot } from '@/components/live-dot'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { HoldPolicies } from './hold-policies'
import { KeptBack } from './kept-back'
import { PolicyDesk } from './policy-desk'

type Channel = { code: string; name: string; policy: AllocationPolicy }

type Props = {
  channels: readonly Channel[]
  places: readonly Place[]
  safety: readonly SafetyPlace[]
  holds: readonly ChannelHoldPolicy[]
}

/** How each channel chooses the warehouse, tried out beside it before it is saved. */
export const AllocationView = ({ channels: first, places, safety, holds }: Props) => {
  const [chosen, setChosen] = useState('')
  const { data, isError, refetch } = trpc.admin.allocation.overview.useQuery(undefined, {
    initialData: { channels: [...first], places: [...places] },
  })
  const kept = trpc.admin.safety.places.useQuery(undefined, { initialData: [...safety] })
  const { holdPolicy } = trpc.useUtils().admin
  const isLive = useStaffTopic('allocation', () => {
    void refetch()
    void holdPolicy.invalidate()
    void kept.refetch()
  })
  const { channels } = data
  const channel = channels.find(({ code }) => code === chosen) ?? channels[0]
  return (
    <div className="flex flex-col gap-5">
      <PageHead title="Allocation" note="Which warehouse a line comes from, and why">
        <LiveDot live={isLive && !isError} />
        {channels.length > 1 ? (
          <Select
            aria-label="Sales channel"
            value={channel?.code}
            onChange={(event) => setChosen(event.target.value)}
            className="w-auto"
            options={channels.map(({ code, name }) => ({ value: code, label: name }))}
          />
        ) : (
          <span className="label-caps text-soft">{channel?.name}</span>
        )}
      </PageHead>
      {channel ? (
        <PolicyDesk key={channel.code} channel={channel} places={data.places} onSaved={() => void refetch()} />
      ) : null}
      {channel ? <HoldPolicies initial={holds} channel={channel.code} /> : null}
      <KeptBack places={kept.data} onSaved={() => void kept.refetch()} />
    </div>
  )
}
