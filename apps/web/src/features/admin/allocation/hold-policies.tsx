'use client'

import type { ChannelHoldPolicy } from '@selvedge/core'
import { useState } from 'react'
import { trpc } from '@/trpc/client'
import { HoldPolicyForm } from './hold-policy-form'

/** The holds of the channel that is looked at. */
export const HoldPolicies = ({ initial, channel }: { initial: readonly ChannelHoldPolicy[]; channel: string }) => {
  const { data, refetch } = trpc.admin.holdPolicy.channels.useQuery(undefined, { initialData: [...initial] })
  // A change of one's own is begun anew on what was saved; another's leaves what is being written.
  const [saves, setSaves] = useState(0)
  const chosen = data.find(({ code }) => code === channel)
  return chosen ? (
    <HoldPolicyForm
      key={`${channel} ${saves}`}
      channel={chosen}
      onSaved={() => void refetch().then(() => setSaves((known) => known + 1))}
    />
  ) : null
}
