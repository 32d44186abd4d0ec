'use client'

import type { StyleCost } from '@selvedge/core'
import { useState } from 'react'
import { formatMoney } from '@/components/format-money'
import { TextField } from '@/components/input'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FormDialog } from '../frame/form-dialog'
import { costText, typedCost } from './typed-cost'

type Props = { style: StyleCost; onWritten: () => void; onClose: () => void }

/** What one of a style costs; empty takes it back. */
export const WriteCost = ({ style, onWritten, onClose }: Props) => {
  // What stood there when the form was opened: a change by somebody else meanwhile is not written over.
  const [seen] = useState(style.costMinor)
  const [text, setText] = useState(costText(seen))
  const [isWrong, setWrong] = useState(false)
  const { productId, currency, priceMinor, brand, title, maker } = style
  const write = trpc.admin.costs.write.useMutation({
    onSuccess: () => {
      toast(`${title}: its cost is written`, { description: 'What is recommended weighs it within seconds.' })
      onWritten()
      onClose()
    },
  })
  return (
    <FormDialog
      title={`${title} by ${brand}`}
      description={`What ${maker ?? 'its maker'} is paid for one, tax off. It is sold from ${formatMoney(priceMinor, currency)}. Shoppers are never told.`}
      words={{ send: 'Save', leave: 'Leave it' }}
      isSending={write.isPending}
      error={write.error}
      onSend={() => {
        const costMinor = typedCost(text)
        setWrong(costMinor === undefined)
        if (costMinor !== undefined) write.mutate({ productId, currency, costMinor, seenMinor: seen ?? null })
      }}
      onClose={onClose}
    >
      <TextField
        label={`Cost in ${currency}`}
        hint="Empty where nobody has told"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={isWrong ? 'Write an amount, as in 12.50.' : undefined}
        onChange={({ target }) => setText(target.value)}
      />
    </FormDialog>
  )
}
