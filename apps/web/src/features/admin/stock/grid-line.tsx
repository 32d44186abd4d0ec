// biome-ignore-all lint/a11y/useSemanticElements: rows come and go under the scroll, which the layout of a table forbids; the roles say what they are
'use client'

import type { ReactNode } from 'react'
import { classNames } from '@/components/class-names'
import { COLUMN_WIDTHS, COLUMNS } from './columns'

export const ROW_PX = 44

/** One line of the grid at its place under the scroll, `index` from the first record of all. */
export const GridLine = ({ index, start, children }: { index: number; start: number; children: ReactNode }) => (
  <div
    role="row"
    tabIndex={-1}
    aria-rowindex={index + 2}
    className={classNames(
      'group absolute inset-x-0 top-0 grid border-b border-rule hover:bg-paper focus-within:shadow-[inset_3px_0_0_var(--thread)]',
      COLUMN_WIDTHS,
    )}
    style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
  >
    {children}
  </div>
)

type WaitingProps = {
  index: number
  /** The column that the tab stop is in, if it is in this line. */
  stop: number | undefined
  onFocus: (column: number) => void
  words: string
}

/** The cells of a line whose record is not there yet: they hold the focus, so that the keys go on working. */
export const WaitingCells = ({ index, stop, onFocus, words }: WaitingProps) =>
  COLUMNS.map((column, place) => {
    const isStop = stop === place
    const focus = {
      'data-place': `${index}-${place}`,
      'data-waiting': '',
      tabIndex: isStop ? 0 : -1,
      onFocus: () => onFocus(place),
    }
    return (
      <div
        key={column.label}
        role={place === 0 ? 'rowheader' : 'gridcell'}
        {...focus}
        className={classNames(
          'flex min-w-0 items-center px-3 text-soft -outline-offset-2',
          place === 0 && 'sticky left-0 z-10 border-r border-rule bg-raised',
          place === COLUMNS.length - 1 && 'sticky right-0 z-10 border-l border-rule bg-raised',
        )}
      >
        {place === 0 ? words : <span aria-hidden="true" className="ml-auto h-1 w-6 bg-rule" />}
      </div>
    )
  })
