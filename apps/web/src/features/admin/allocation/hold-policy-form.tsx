'use client'

import type { ChannelHoldPolicy } from '@selvedge/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { AdminOnly, useIsAdmin } from '../frame/admin-powers'
import { FailureLine } from '../frame/failure-line'
import { OvertakenNote } from '../frame/overtaken-note'
import { useDraftOf } from '../frame/use-draft-of'
import { HOLD_FIELDS, type HoldField, holdFields, readHoldPolicy } from './read-hold-policy'

const WORDS: Readonly<Record<HoldField, { label: string; hint?: string }>> = {
  ttlMs: { label: 'Held in the bag, minutes' },
  extensionMs: { label: 'Longer by, minutes', hint: 'When checkout begins.' },
  maxExtensions: { label: 'Times it may be made longer' },
  paymentGraceMs: { label: 'Longer while paying, minutes', hint: 'At most, for a payment under way.' },
  maxUnitsPerSku: { label: 'Pieces of one SKU in a bag' },
  maxLines: { label: 'Lines in a bag' },
  customerUnits: { label: 'Pieces of one SKU a customer', hint: 'By person or address; empty: any number.' },
  customerDays: { label: 'Counted over, days' },
  holderSharePerMille: { label: 'Share of a SKU one holds, %', hint: 'At least one piece.' },
  heatPerMille: { label: 'Share all bags hold, %', hint: 'The rest stays on sale for those at checkout.' },
  heatFloorUnits: { label: 'From so many pieces on', hint: 'Fewer of a SKU may all be in bags.' },
}

type Props = { channel: ChannelHoldPolicy; onSaved: () => void }

/** How long and how much a channel holds for a shopper. */
export const HoldPolicyForm = ({ channel: { code, name, policy }, onSaved }: Props) => {
  const { base, draft, setDraft, isChanged, isOvertaken, takeSaved } = useDraftOf({
    policy,
    fields: holdFields(policy),
  })
  const { fields } = draft
  const [isTried, setTried] = useState(false)
  const isAdmin = useIsAdmin()
  const save = trpc.admin.holdPolicy.save.useMutation({
    onSuccess: () => {
      toast('The policy of holds counts from now on')
      onSaved()
    },
  })
  const written = readHoldPolicy(fields)
  const take = (): void => {
    takeSaved()
    save.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if ('policy' in written) save.mutate({ channel: code, seen: base.policy, policy: written.policy })
  }
  return (
    <form onSubmit={submit} noValidate aria-labelledby="held" className="flex flex-col gap-4">
      <div>
        <h2 id="held" className="font-display text-title">
          Holds<span className="sr-only"> of {name}</span>
        </h2>
        <p className="max-w-prose text-note text-soft">
          How long a piece is kept for somebody, and how much of it. Holds that run already keep their end.
        </p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {HOLD_FIELDS.map((field) => (
          <TextField
            key={field}
            {...WORDS[field]}
            inputMode="decimal"
            readOnly={!isAdmin}
            value={fields[field]}
            onChange={({ target }) =>
              setDraft((known) => ({ ...known, fields: { ...known.fields, [field]: target.value } }))
            }
            error={isTried && 'wrong' in written && written.wrong.has(field) ? 'This is out of bounds.' : undefined}
          />
        ))}
      </div>
      {isOvertaken ? <OvertakenNote onTake={take} /> : null}
      <FailureLine error={save.error} />
      <AdminOnly otherwise="Policies are set by an admin.">
        <Button type="submit" disabled={!isChanged} loading={save.isPending} className="self-start">
          Save the holds<span className="sr-only"> of {name}</span>
        </Button>
      </AdminOnly>
    </form>
  )
}
