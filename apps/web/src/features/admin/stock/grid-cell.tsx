// biome-ignore-all lint/a11y/useSemanticElements: rows come and go under the scroll, which the layout of a table forbids; the roles say what they are
// biome-ignore-all lint/a11y/useFocusableInteractive: the roving tab stop is spread onto the cell, or its button or link has it
'use client'

import type { StockGridRow } from '@selvedge/core'
import { PencilLine } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '@/components/class-names'
import { optionWords } from '../option-words'
import type { Column } from './columns'
import { isLow } from './columns'
import type { PendingEdit } from './edits'

type CellProps = {
  column: Column
  row: StockGridRow
  /** Position for the roving tab stop, `row-column`. */
  place: string
  isTabStop: boolean
  onFocus: () => void
  onAdjust: () => void
  /** In a block of several cells. */
  isSelected: boolean
  /** What somebody wants here instead and has not saved. */
  edit: PendingEdit | undefined
  /** The field, while this very cell is being written in. */
  editor: ReactNode
  onEdit: () => void
}

const base = 'flex min-w-0 items-center px-3 -outline-offset-2'

/** One cell. Where a cell holds a button or link, that is what takes the focus. */
export const GridCell = ({
  column,
  row,
  place,
  isTabStop,
  onFocus,
  onAdjust,
  isSelected,
  edit,
  editor,
  onEdit,
}: CellProps) => {
  const stop = { 'data-place': place, tabIndex: isTabStop ? 0 : -1, onFocus, 'aria-selected': isSelected || undefined }
  switch (column.kind) {
    case 'product':
      return (
        <div
          role="rowheader"
          {...stop}
          className={classNames(
            base,
            isSelected && 'shadow-[inset_3px_0_0_var(--weld)]',
            'sticky left-0 z-10 flex-col items-start justify-center border-r border-rule bg-raised group-hover:bg-paper',
          )}
        >
          <span className="w-full truncate font-medium" title={`${row.productTitle}, ${row.brand}`}>
            {row.productTitle}
            <span className="font-regular text-soft max-md:hidden"> {row.brand}</span>
          </span>
          <span className="w-full truncate text-soft" title={row.sku}>
            {optionWords(row)}
            <span className="max-md:hidden"> · {row.sku}</span>
          </span>
        </div>
      )
    case 'location':
      return (
        <div role="gridcell" {...stop} className={base}>
          {row.locationCode}
        </div>
      )
    case 'figure':
      return editor ? (
        <div role="gridcell" className={classNames(base, 'px-1')}>
          {editor}
        </div>
      ) : (
        <FigureCell
          {...stop}
          value={row[column.figure]}
          figure={column.figure}
          isLow={isLow(row)}
          edit={edit}
          onDoubleClick={onEdit}
        />
      )
    case 'ledger':
      return (
        <div role="gridcell" className="flex items-center justify-end px-3">
          <Link
            href={`/admin/ledger/${row.recordId}`}
            prefetch={false}
            {...stop}
            aria-label={`Ledger of ${row.sku} at ${row.locationCode}, version ${row.version}`}
            className="thread-link inline-flex min-h-6 items-center"
          >
            v{row.version}
          </Link>
        </div>
      )
    case 'adjust':
      return (
        <div
          role="gridcell"
          className="sticky right-0 z-10 flex items-center justify-end border-l border-rule bg-raised px-2 group-hover:bg-paper max-md:p-0"
        >
          <button
            type="button"
            {...stop}
            onClick={onAdjust}
            aria-label={`Adjust ${row.sku} at ${row.locationCode}`}
            className="inline-flex items-center justify-center font-medium -outline-offset-2 hover:bg-ink hover:text-paper max-md:size-full md:min-h-7 md:border md:border-edge md:px-2.5 md:hover:border-ink"
          >
            <PencilLine aria-hidden="true" strokeWidth={1.5} className="size-4 md:hidden" />
            <span className="max-md:hidden">Adjust</span>
          </button>
        </div>
      )
  }
}

const FLASH_MS = 1_800

type FigureProps = {
  value: number
  figure: string
  isLow: boolean
  tabIndex: number
  onFocus: () => void
  onDoubleClick: () => void
  edit: PendingEdit | undefined
  'aria-selected': true | undefined
  'data-place': string
}

/** A figure that takes colour for a moment when it moves, so that a change is seen without reading everything again. */
const FigureCell = ({ value, figure, isLow: low, edit, ...stop }: FigureProps) => {
  const cell = useRef<HTMLDivElement>(null)
  const shown = useRef(value)
  useEffect(() => {
    if (shown.current === value) return
    shown.current = value
    cell.current?.animate(
      [{ backgroundColor: 'var(--wash)' }, { backgroundColor: 'var(--wash)', offset: 0.6 }, {}],
      FLASH_MS,
    )
  }, [value])
  const isAvailable = figure === 'available'
  return (
    <div
      ref={cell}
      role="gridcell"
      {...stop}
      className={classNames(
        base,
        'justify-end',
        value === 0 && 'text-soft',
        isAvailable && 'font-medium',
        isAvailable && low && 'text-thread',
        stop['aria-selected'] && 'bg-wash',
        edit && 'font-medium shadow-[inset_0_-3px_0_var(--weld)]',
        edit?.state === 'conflict' && 'text-thread shadow-[inset_0_-3px_0_var(--thread)]',
      )}
    >
      {isAvailable && low ? (
        <span aria-hidden="true" className="mr-1.5 inline-block size-1.5 rounded-full bg-current" />
      ) : null}
      {edit ? (
        <>
          <s className="pr-2 font-regular text-soft">{value}</s>
          {edit.value}
          <span className="sr-only">{edit.state === 'conflict' ? ', changed by somebody else' : ', not saved'}</span>
        </>
      ) : (
        value
      )}
      {isAvailable && low ? <span className="sr-only">, low</span> : null}
    </div>
  )
}
