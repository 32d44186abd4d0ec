'use client'

import { type FormEvent, type ReactNode, useId } from 'react'
import { Button, type ButtonProps } from '@/components/button'
import { classNames } from '@/components/class-names'
import { Dialog, DialogClose } from '@/components/dialog'
import type { ApiError } from '@/trpc/client'
import { FailureLine } from './failure-line'

type Props = {
  title: string
  description: ReactNode
  /** What the button says that sends it, and the one that does not. */
  words: { send: string; leave: string }
  /** Of the button that sends; `danger` where something is taken from somebody. */
  tone?: ButtonProps['tone']
  isSending: boolean
  /** Why the last try was refused. */
  error?: ApiError | null
  /** The same in words of its own. */
  problem?: string | undefined
  onSend: () => void
  onClose: () => void
  className?: string
  /** Below the form, and no part of it. */
  beside?: ReactNode
  children: ReactNode
}

/** A form in a dialog: its fields, why it was refused, leaving it and sending it. */
export const FormDialog = (props: Props) => {
  const {
    title,
    description,
    words,
    tone = 'primary',
    isSending,
    error,
    problem,
    onSend,
    onClose,
    className,
    beside,
    children,
  } = props
  const formId = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={title}
      description={description}
      actions={
        <>
          <DialogClose render={<Button tone="quiet">{words.leave}</Button>} />
          <Button type="submit" form={formId} tone={tone} loading={isSending}>
            {words.send}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <div className={classNames('gap-4', className ?? 'flex flex-col')}>{children}</div>
        <FailureLine error={error} problem={problem} />
      </form>
      {beside}
    </Dialog>
  )
}
