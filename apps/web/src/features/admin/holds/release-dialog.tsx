'use client'

import type { HeldReservation } from '@selvedge/core'
import { useState } from 'react'
import { Field } from '@/components/field'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FormDialog } from '../frame/form-dialog'
import { RELEASE_WORDS, type ReleaseReason } from '../frame/reason-words'
import { optionWords } from '../option-words'

const REASONS = Object.keys(RELEASE_WORDS) as ReleaseReason[] // keys of a constant written beside its type

const pieces = (units: number): string => (units === 1 ? 'one piece' : `${units} pieces`)

/** Takes a hold from a bag, with the reason that the ledger will tell. */
export const ReleaseDialog = ({
  hold,
  onDone,
  onClose,
}: {
  hold: HeldReservation
  onDone: () => void
  onClose: () => void
}) => {
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const chosen = REASONS.find((known) => known === reason)
  const release = trpc.admin.holds.release.useMutation({
    onSuccess: () => {
      toast(`${hold.sku}: ${pieces(hold.units)} back on sale`)
      onDone()
      onClose()
    },
  })
  const send = () => {
    setTried(true)
    const { cartId, reservationId, variantId } = hold
    if (chosen) release.mutate({ cartId, reservationId, variantId, reason: chosen })
  }
  return (
    <FormDialog
      title="Release this hold?"
      description={`${hold.productTitle}, ${optionWords(hold)}: ${pieces(hold.units)} ${hold.units === 1 ? 'goes' : 'go'} back on sale at once. The shopper's bag says that the hold has ended.`}
      words={{ send: 'Release it', leave: 'Keep the hold' }}
      tone="danger"
      isSending={release.isPending}
      error={release.error}
      onSend={send}
      onClose={onClose}
    >
      <Field label="Reason" error={isTried && !chosen ? 'Every release has a reason.' : undefined}>
        {(wiring) => (
          <Select
            {...wiring}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            options={[
              { value: '', label: 'Choose one', disabled: true },
              ...REASONS.map((value) => ({ value, label: RELEASE_WORDS[value] })),
            ]}
          />
        )}
      </Field>
    </FormDialog>
  )
}
