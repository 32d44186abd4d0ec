// biome-ignore-all lint/a11y/useSemanticElements: rows come and go under the scroll, which the layout of a table forbids; the roles say what they are
'use client'

import type { StockFilter, StockGridRow } from '@selvedge/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { LiveDot } from '@/components/live-dot'
import { AdjustDialog } from './adjust-dialog'
import { CellEditor } from './cell-editor'
import { COLUMN_WIDTHS, COLUMNS, cellText, editableOf } from './columns'
import { EditBar } from './edit-bar'
import { cellKey } from './edits'
import { GridCell } from './grid-cell'
import type { CellPlace } from './grid-keys'
import { type GridPage, withLevel } from './rows'
import { boundsOf, isBlock, isWithin } from './selection'
import { useEdits } from './use-edits'
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
  const [editing, setEditing] = useState<CellPlace & { start: string }>()
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
  const { active, setActive, onKeyDown, onPointerDown, block, goTo } = useGridFocus({
    grid,
    rows: rows.length,
    columns: COLUMNS.length,
    pageRows: () => Math.max(1, Math.floor(((grid.current?.clientHeight ?? 0) - HEAD_PX) / ROW_PX) - 1),
    reveal: (row) => virtual.scrollToIndex(row),
    edit: (place, typed) => startEdit(place, typed),
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
  const { levels, take, isLive, ask } = useLevels(settled)
  const book = useEdits({ onSaved: ask })
  const rowAt = (index: number): StockGridRow | undefined => {
    const known = rows[index]
    return known && withLevel(known, levels.get(known.recordId))
  }
  const startEdit = ({ row: index, column }: CellPlace, typed?: string): boolean => {
    const [row, figure] = [rowAt(index), editableOf(COLUMNS[column])]
    if (!row || !figure || book.progress) return false
    const known = book.edits.get(cellKey(row.recordId, figure))?.value ?? row[figure]
    setEditing({ row: index, column, start: typed ?? String(known) })
    return true
  }
  const bounds = boundsOf(block)
  const chosenRows = (): StockGridRow[] =>
    Array.from({ length: bounds.bottom - bounds.top + 1 }, (_, n) => rowAt(bounds.top + n)).flatMap((row) => row ?? [])
  const onCopy = (event: ClipboardEvent) => {
    const columns = COLUMNS.slice(bounds.left, bounds.right + 1)
    const lines = chosenRows().map((row) => columns.map((column) => cellText(column, row)).join('\t'))
    event.clipboardData.setData('text/plain', lines.join('\n'))
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    const columns = COLUMNS.slice(bounds.left).map(editableOf)
    // One value on a block of cells fills it, as in a sheet.
    const isFill = isBlock(block) && !/[\t\n]/.test(text.trim())
    const width = bounds.right - bounds.left + 1
    const filled = chosenRows().map(() => Array.from({ length: width }, () => text.trim()).join('\t'))
    const pasted = isFill ? filled.join('\n') : text
    const lines = pasted.split('\n').length
    book.paste(
      pasted,
      Array.from({ length: lines }, (_, n) => rowAt(bounds.top + n)).flatMap((row) => row ?? []),
      columns,
    )
  }

  const editOf = (row: StockGridRow, column: (typeof COLUMNS)[number]) => {
    const figure = editableOf(column)
    return figure && book.edits.get(cellKey(row.recordId, figure))
  }
  const keep = (row: StockGridRow, place: CellPlace, units: number, to: 'down' | 'right' | 'stay') => {
    const figure = editableOf(COLUMNS[place.column])
    if (figure) book.set(row, figure, units)
    setEditing(undefined)
    if (to === 'down') goTo({ ...place, row: place.row + 1 })
    if (to === 'right') goTo({ ...place, column: place.column + 1 })
  }

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
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onCopy={onCopy}
        onPaste={onPaste}
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
                    isSelected={isBlock(block) && isWithin(bounds, { row: index, column: place })}
                    edit={editOf(row, column)}
                    onEdit={() => startEdit({ row: index, column: place })}
                    editor={
                      editing?.row === index && editing.column === place ? (
                        <CellEditor
                          label={`${column.label} of ${row.sku} at ${row.locationCode}`}
                          start={editing.start}
                          onKeep={(units, to) => keep(row, { row: index, column: place }, units, to)}
                          onLeave={() => {
                            setEditing(undefined)
                            goTo({ row: index, column: place })
                          }}
                        />
                      ) : null
                    }
                  />
                ))}
              </div>
            )
          })}
        </div>
      </div>
      <EditBar book={book} />
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
          Arrow keys move, with Shift they choose. Type or press F2 to set on hand and safety, paste from a sheet. Enter
          elsewhere adjusts
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
