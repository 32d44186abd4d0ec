// biome-ignore-all lint/a11y/useSemanticElements: rows come and go under the scroll, which the layout of a table forbids; the roles say what they are
'use client'

import type { StockGridRow } from '@selvedge/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { LiveDot } from '@/components/live-dot'
import { AdjustDialog } from './adjust-dialog'
import { COLUMN_WIDTHS, COLUMNS } from './columns'
import { GridCell } from './grid-cell'
import { type GridPage, withLevel } from './rows'
import type { StockFilter } from './stock-filter'
import { useGridFocus } from './use-grid-focus'
import { useGridRows } from './use-grid-rows'
import { useLevels } from './use-levels'

const ROW_PX = 44
const HEAD_PX = 36
const MORE_WITHIN_ROWS = 30
const IDS_MAX = 120

/** Variant by place, drawn only where one looks, kept fresh, and walked with the arrow keys. */
export const StockGrid = ({ filter, first }: { filter: StockFilter; first: GridPage }) => {
  const grid = useRef<HTMLDivElement>(null)
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = useGridRows(filter, first)
  const [adjusting, setAdjusting] = useState<StockGridRow>()
  const helpId = useId()

  const activeRow = useRef(0)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PX,
    scrollPaddingStart: HEAD_PX,
    overscan: 6,
    // The row that has the focus stays drawn, or scrolling with the wheel would throw the focus to the page's top.
    rangeExtractor: (range) =>
      [...new Set([activeRow.current, ...defaultRangeExtractor(range)])]
        .filter((row) => row < range.count)
        .sort((a, b) => a - b),
  })
  const { active, setActive, onKeyDown } = useGridFocus({
    grid,
    rows: rows.length,
    columns: COLUMNS.length,
    pageRows: () => Math.max(1, Math.floor(((grid.current?.clientHeight ?? 0) - HEAD_PX) / ROW_PX) - 1),
    reveal: (row) => virtual.scrollToIndex(row),
    open: (row) => setAdjusting(rows[row]),
  })
  activeRow.current = active.row

  const items = virtual.getVirtualItems()
  const from = items.at(items[0]?.index === active.row ? 1 : 0)?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const recordIds = useMemo(
    () => rows.slice(from, Math.min(last + 1, from + IDS_MAX)).map((row) => row.recordId),
    [rows, from, last],
  )
  const settled = useSettled(recordIds, virtual.isScrolling)
  const { levels, take, isLive } = useLevels(settled)

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && last >= rows.length - MORE_WITHIN_ROWS)
      void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, last, rows.length])

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <div
        ref={grid}
        role="grid"
        aria-label="Stock by variant and place"
        aria-describedby={helpId}
        aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        aria-colcount={COLUMNS.length}
        onKeyDown={onKeyDown}
        className="figures relative max-h-[max(24rem,calc(100dvh-14.5rem))] min-h-32 flex-1 overflow-auto overscroll-contain border border-rule bg-raised text-note"
      >
        <div
          role="row"
          tabIndex={-1}
          aria-rowindex={1}
          className={classNames(
            'sticky top-0 z-20 grid min-w-max bg-paper shadow-[inset_0_-1px_0_var(--edge)]',
            COLUMN_WIDTHS,
          )}
          style={{ height: HEAD_PX }}
        >
          {COLUMNS.map((column) => (
            <div
              key={column.label}
              role="columnheader"
              tabIndex={-1}
              className={classNames(
                'label-caps flex items-center px-3 text-soft',
                column.kind === 'product' &&
                  'sticky left-0 z-10 border-r border-rule bg-paper shadow-[inset_0_-1px_0_var(--edge)]',
                column.kind !== 'product' && column.kind !== 'location' && 'justify-end',
                column.kind === 'adjust' &&
                  'sticky right-0 z-10 border-l border-rule bg-paper shadow-[inset_0_-1px_0_var(--edge)]',
              )}
            >
              <span className={column.kind === 'adjust' ? 'max-md:sr-only' : undefined}>{column.label}</span>
            </div>
          ))}
        </div>
        <div role="presentation" className="relative min-w-max" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const known = rows[index]
            if (!known) return null
            const row = withLevel(known, levels.get(known.recordId))
            return (
              <div
                key={row.recordId}
                role="row"
                tabIndex={-1}
                aria-rowindex={index + 2}
                className={classNames(
                  'group absolute inset-x-0 top-0 grid border-b border-rule hover:bg-paper focus-within:shadow-[inset_3px_0_0_var(--thread)]',
                  COLUMN_WIDTHS,
                )}
                style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
              >
                {COLUMNS.map((column, place) => (
                  <GridCell
                    key={column.label}
                    column={column}
                    row={row}
                    place={`${index}-${place}`}
                    isTabStop={active.row === index && active.column === place}
                    onFocus={() => setActive({ row: index, column: place })}
                    onAdjust={() => setAdjusting(row)}
                  />
                ))}
              </div>
            )
          })}
        </div>
      </div>
      <div className="figures flex flex-wrap items-center gap-x-4 gap-y-1 text-note text-soft">
        <LiveDot live={isLive} label={isLive ? 'Rows in view follow the database' : 'Not live, trying again'} />
        <span role="status">
          {rows.length} {rows.length === 1 ? 'record' : 'records'}
          {hasNextPage ? ' so far, more as you scroll' : ''}
        </span>
        {isFetchNextPageError ? (
          <Button tone="bare" size="small" onClick={() => void fetchNextPage()}>
            The next rows did not come. Try again
          </Button>
        ) : null}
        <span id={helpId} className="ml-auto max-lg:sr-only">
          Arrow keys move, Enter adjusts, Page Up and Page Down turn, Ctrl+Home to the top
        </span>
      </div>
      {adjusting ? (
        <AdjustDialog
          key={adjusting.recordId}
          row={adjusting}
          newest={levels.get(adjusting.recordId)}
          onLevel={take}
          onClose={() => setAdjusting(undefined)}
        />
      ) : null}
    </div>
  )
}

/** The last value from when nothing moved: rows that fly past are not asked for. */
const useSettled = <T,>(value: T, isMoving: boolean): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (!isMoving) setSettled(value)
  }, [value, isMoving])
  return settled
}
