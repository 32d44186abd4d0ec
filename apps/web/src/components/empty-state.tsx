import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Nothing here, said kindly, with a way on. */
export const EmptyState = ({
  title,
  children,
  actions,
  level = 2,
  className,
}: {
  title: string
  children?: ReactNode
  /** At least one way on. */
  actions?: ReactNode
  level?: 1 | 2
  className?: string
}) => {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <section className={classNames('flex flex-col items-start gap-5 py-section', className)}>
      <span aria-hidden="true" className="selvedge block w-24" />
      <Heading className="max-w-[16ch] font-display text-display text-balance">{title}</Heading>
      {children ? <div className="max-w-prose text-lead text-soft">{children}</div> : null}
      {actions ? <div className="flex flex-wrap gap-3 pt-2">{actions}</div> : null}
    </section>
  )
}
