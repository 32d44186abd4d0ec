import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** A dense table for staff. The frame scrolls sideways by itself and can be reached by keyboard. */
export const Table = ({ caption, className, ...rest }: ComponentProps<'table'> & { caption: string }) => (
  <section
    aria-label={caption}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    tabIndex={0}
    className="relative overflow-x-auto border border-rule bg-raised"
  >
    <table {...rest} className={classNames('figures w-full border-collapse text-note', className)}>
      <caption className="sr-only">{caption}</caption>
      {rest.children}
    </table>
  </section>
)

export const TableHead = ({ className, ...rest }: ComponentProps<'thead'>) => (
  <thead {...rest} className={classNames('sticky top-0 bg-paper', className)} />
)

export const TableRow = ({ className, ...rest }: ComponentProps<'tr'>) => (
  <tr
    {...rest}
    className={classNames(
      'border-b border-rule last:border-b-0 hover:bg-paper aria-selected:shadow-[inset_3px_0_0_var(--thread)]',
      className,
    )}
  />
)

/** Column head; `numeric` sets it to the right, over its figures. */
export const TableHeading = ({ numeric = false, className, ...rest }: ComponentProps<'th'> & { numeric?: boolean }) => (
  <th
    scope="col"
    {...rest}
    className={classNames(
      'label-caps border-b border-edge px-3 py-2 whitespace-nowrap text-soft',
      numeric ? 'text-right' : 'text-left',
      className,
    )}
  />
)

export const TableCell = ({ numeric = false, className, ...rest }: ComponentProps<'td'> & { numeric?: boolean }) => (
  <td
    {...rest}
    className={classNames(
      'h-9 px-3 py-1.5 align-middle whitespace-nowrap',
      numeric ? 'text-right' : 'text-left',
      className,
    )}
  />
)
