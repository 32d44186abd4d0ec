'use client'

import { Dialog as Primitive } from '@base-ui/react/dialog'
import type { ReactElement, ReactNode } from 'react'

export type DialogProps = {
  trigger?: ReactElement
  title: string
  description?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Buttons at the foot; the safe one first in reading order. */
  actions?: ReactNode
  children?: ReactNode
}

/** A question or a short form in the middle of the page. */
export const Dialog = ({ trigger, title, description, open, onOpenChange, actions, children }: DialogProps) => (
  <Primitive.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
    {trigger ? <Primitive.Trigger render={trigger} /> : null}
    <Primitive.Portal>
      <Primitive.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-(--medium) data-ending-style:opacity-0 data-starting-style:opacity-0" />
      <Primitive.Popup className="fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[min(92vw,32rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto bg-raised text-ink shadow-lift outline-0 transition-[opacity,translate] duration-(--medium) ease-drape data-ending-style:opacity-0 data-starting-style:-translate-y-[46%] data-starting-style:opacity-0">
        <span aria-hidden="true" className="selvedge block" />
        <div className="flex flex-col gap-4 p-6 md:p-8">
          <Primitive.Title className="font-display text-title">{title}</Primitive.Title>
          {description ? (
            <Primitive.Description className="text-small text-soft">{description}</Primitive.Description>
          ) : null}
          {children}
          {actions ? <div className="flex flex-wrap justify-end gap-3 pt-2">{actions}</div> : null}
        </div>
      </Primitive.Popup>
    </Primitive.Portal>
  </Primitive.Root>
)

/** Wraps a button so that pressing it closes the dialog. */
export const DialogClose = ({ render }: { render: ReactElement }) => <Primitive.Close render={render} />
