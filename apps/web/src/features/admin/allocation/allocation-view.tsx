'use client'

import {
  type AllocationPolicy,
  type ChannelHoldPolicy,
  DEFAULT_ALLOCATION_POLICY,
  type Place,
  type SafetyPlace,
} from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { AdminOnly } from '../frame/admin-powers'
import { FailureLine } from '../frame/failure-line'
import { PageHead } from '../frame/page-head'
import { HoldPolicies } from './hold-policies'
import { KeptBack } from './kept-back'
import { PolicyEditor } from './policy-editor'
import { TryPanel } from './try-panel'

type Channel = { code: string; name: string; policy: AllocationPolicy }

type Props = {
  channels: readonly Channel[]
  places: readonly Place[]
  safety: readonly SafetyPlace[]
  holds: readonly ChannelHoldPolicy[]
}

/** How a channel chooses the warehouse, tried out beside it before it is saved. */
export const AllocationView = ({ channels, places, safety, holds }: Props) => {
  const [code, setCode] = useState(channels[0]?.code ?? '')
  const [saved, setSaved] = useState<Readonly<Record<string, AllocationPolicy>>>(
    Object.fromEntries(channels.map((channel) => [channel.code, channel.policy])),
  )
  const [policy, setPolicy] = useState(saved[code] ?? DEFAULT_ALLOCATION_POLICY)
  const save = trpc.admin.allocation.save.useMutation({
    onSuccess: (now, { channel }) => {
      setSaved({ ...saved, [channel]: now })
      toast('The policy counts from now on')
    },
  })
  const isChanged = JSON.stringify(policy) !== JSON.stringify(saved[code])
  return (
    <div className="flex flex-col gap-5">
      <PageHead title="Allocation" note="Which warehouse a line comes from, and why">
        {channels.length > 1 ? (
          <Select
            aria-label="Channel"
            value={code}
            onChange={(event) => {
              setCode(event.target.value)
              setPolicy(saved[event.target.value] ?? DEFAULT_ALLOCATION_POLICY)
            }}
            className="w-auto"
            options={channels.map((channel) => ({ value: channel.code, label: channel.name }))}
          />
        ) : (
          <span className="label-caps text-soft">{channels[0]?.name}</span>
        )}
        <AdminOnly otherwise="Policies are set by an admin.">
          <Button
            size="small"
            disabled={!isChanged}
            loading={save.isPending}
            onClick={() => save.mutate({ channel: code, policy })}
          >
            Save the policy
          </Button>
        </AdminOnly>
      </PageHead>
      <FailureLine error={save.error} />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <PolicyEditor policy={policy} onChange={setPolicy} />
          <section aria-label="Places" className="text-note">
            <h2 className="label-caps pb-1 text-soft">Places that sell online</h2>
            <ul className="figures">
              {places.map((place) => (
                <li key={place.locationId} className="flex justify-between gap-4 border-b border-rule py-1.5">
                  <span>
                    {place.code}, {place.name}
                  </span>
                  <span className="text-soft">
                    rank {place.priority}, leaves in {place.leadDays} {place.leadDays === 1 ? 'day' : 'days'}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <TryPanel policy={policy} />
      </div>
      <HoldPolicies initial={holds} channel={code} />
      <KeptBack places={safety} />
    </div>
  )
}
