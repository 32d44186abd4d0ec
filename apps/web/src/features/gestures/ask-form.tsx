'use client'

import { BellRing, Check } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import type { AskState } from './use-ask'

/** One press for who is signed in; an address and a press for who is not. */
export const AskForm = ({
  state,
  ask,
  label,
  asked,
  quiet = false,
}: {
  state: AskState
  ask: (email?: string) => void
  /** On the button: `Notify me for size M`. */
  label: string
  /** Said when it is done. */
  asked: string
  quiet?: boolean
}) => {
  const [email, setEmail] = useState('')
  const formId = useId()
  if (state === 'asked')
    return (
      <p role="status" className="flex min-h-8 items-center gap-2 text-small">
        <Check aria-hidden="true" strokeWidth={1.5} className="size-4 text-kelp" />
        {asked}
      </p>
    )
  if (state === 'needs-email' || (state === 'asking' && email !== ''))
    return (
      <form
        id={formId}
        aria-label={label}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          ask(email)
        }}
      >
        <TextField
          label="E-mail for this one message"
          type="email"
          required
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit" tone="quiet" loading={state === 'asking'}>
          {label}
        </Button>
      </form>
    )
  return (
    <Button
      tone={quiet ? 'bare' : 'quiet'}
      size={quiet ? 'small' : 'medium'}
      className={quiet ? 'relative z-10 -ml-3 self-start' : ''}
      loading={state === 'asking'}
      onClick={() => ask()}
    >
      <BellRing aria-hidden="true" strokeWidth={1.5} className="size-4" />
      {label}
    </Button>
  )
}
