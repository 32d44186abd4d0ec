'use client'

import { type FormEvent, type ReactNode, useId } from 'react'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { Dialog, DialogClose } from '@/components/dialog'
import { errorWords } from '@/features/rejection-words'

type Props = {
  title: string
  description: ReactNode
  /** What the button says that sends it, and the one that does not. */
  words: { send: string; leave: string }
  isSending: boolean
  /** Why the last try was refused. */
  error: Parameters<typeof errorWords>[0] | null
  onSend: () => void
  onClose: () => void
  className?: string
  /** Below the form, and no part of it. */
  beside?: ReactNode
  children: ReactNode
}

/** A form in a dialog: its fields, why it was refused, leaving it and sending it. */
export const FormDialog = (props: Props) => {
  const { title, description, words, isSending, error, onSend, onClose, className, beside, children } = props
  const formId = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  const failure = error ? errorWords(error) : undefined
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
          <Button type="submit" form={formId} loading={isSending}>
            {words.send}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <div className={classNames('gap-4', className ?? 'flex flex-col')}>{children}</div>
        <p role="alert" className="border-l-4 border-thread pl-3 text-note empty:hidden">
          {failure ? `${failure.title}. ${failure.detail ?? ''}` : null}
        </p>
      </form>
      {beside}
    </Dialog>
  )
}
