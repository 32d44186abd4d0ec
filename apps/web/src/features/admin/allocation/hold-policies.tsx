'use client'

import type { ChannelHoldPolicy } from '@selvedge/core'
import { trpc } from '@/trpc/client'
import { HoldPolicyForm } from './hold-policy-form'

/** The holds of the channel that is looked at. */
export const HoldPolicies = ({ initial, channel }: { initial: readonly ChannelHoldPolicy[]; channel: string }) => {
  const { data, refetch } = trpc.admin.holdPolicy.channels.useQuery(undefined, { initialData: [...initial] })
  const chosen = data.find(({ code }) => code === channel)
  // Begun anew on what was saved.
  return chosen ? (
    <HoldPolicyForm
      key={`${channel} ${JSON.stringify(chosen.policy)}`}
      channel={chosen}
      onSaved={() => void refetch()}
    />
  ) : null
}
