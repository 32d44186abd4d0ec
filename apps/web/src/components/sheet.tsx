'use client'

import { Dialog as Primitive } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names'

export type SheetProps = {
  /** The element that opens it; it receives the trigger's behaviour. Leave out when `open` is controlled. */
  trigger?: ReactElement
  title: string
  /** Keep the title for assistive technology only. */
  titleHidden?: boolean
  side?: 'right' | 'left' | 'bottom'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Stays at the foot while the content scrolls (totals, "Show 42 products"). */
  footer?: ReactNode
  children: ReactNode
}

const SIDE = {
  right:
    'inset-y-0 right-0 w-full max-w-sheet sm:border-l data-ending-style:translate-x-full data-starting-style:translate-x-full',
  left: 'inset-y-0 left-0 w-full max-w-sheet sm:border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full',
  bottom:
    'inset-x-0 bottom-0 max-h-[88dvh] border-t data-ending-style:translate-y-full data-starting-style:translate-y-full',
} as const

/** A panel over the page: bag, filters, menu. Focus is held inside, Escape and the veil close it, focus returns. */
export const Sheet = ({
  trigger,
  title,
  titleHidden = false,
  side = 'right',
  open,
  onOpenChange,
  footer,
  children,
}: SheetProps) => (
  <Primitive.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
    {trigger ? <Primitive.Trigger render={trigger} /> : null}
    <Primitive.Portal>
      <Primitive.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-(--medium) data-ending-style:opacity-0 data-starting-style:opacity-0" />
      <Primitive.Popup
        className={classNames(
          'fixed z-50 flex flex-col border-ink bg-paper text-ink outline-0 transition-transform duration-(--medium) ease-drape',
          SIDE[side],
        )}
      >
        <div className="flex items-center justify-between gap-4 pt-3 pr-3 pb-3 pl-5">
          <Primitive.Title className={titleHidden ? 'sr-only' : 'font-display text-title'}>{title}</Primitive.Title>
          <Primitive.Close
            aria-label="Close"
            className="ml-auto inline-flex size-touch items-center justify-center hover:text-thread"
          >
            <X aria-hidden="true" strokeWidth={1.5} className="size-5" />
          </Primitive.Close>
        </div>
        <span aria-hidden="true" className="selvedge shrink-0" />
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-5">{children}</div>
        {footer ? <div className="border-t border-rule p-5">{footer}</div> : null}
      </Primitive.Popup>
    </Primitive.Portal>
  </Primitive.Root>
)

/** Wraps a button inside a sheet so that pressing it also closes the sheet. For links, control `open` instead: a link must stay a link. */
export const SheetClose = ({ render }: { render: ReactElement }) => <Primitive.Close render={render} />
