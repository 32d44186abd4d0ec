import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Sections that open and close: the browser's own element, so it needs no script and is found by page search. */
export const Accordion = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div className={classNames('border-b border-rule', className)}>{children}</div>
)

/** One section. Items with the same `group` close each other. */
export const AccordionItem = ({
  title,
  open = false,
  group,
  children,
}: {
  title: ReactNode
  open?: boolean
  group?: string
  children: ReactNode
}) => (
  <details open={open} name={group} className="group/item border-t border-rule">
    <summary className="flex min-h-13 list-none items-center justify-between gap-4 text-small font-medium hover:text-thread">
      {title}
      <Plus
        aria-hidden="true"
        strokeWidth={1.5}
        className="size-4.5 shrink-0 transition-transform duration-(--medium) group-open/item:rotate-45"
      />
    </summary>
    <div className="pb-6 text-small text-soft">{children}</div>
  </details>
)
