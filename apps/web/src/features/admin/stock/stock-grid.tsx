// biome-ignore-all lint/a11y/useSemanticElements: rows come and go under the scroll, which the layout of a table forbids; the roles say what they are
'use client'

import type { GridPages, StockFilter, StockGridRow } from '@selvedge/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { AdjustDialog } from './adjust-dialog'
import { CellEditor } from './cell-editor'
import { COLUMNS, editableOf } from './columns'
import { EditBar } from './edit-bar'
import { cellKey } from './edits'
import { GridCell } from './grid-cell'
import { GridFoot } from './grid-foot'
import { GridHead, HEAD_PX } from './grid-head'
import type { CellPlace } from './grid-keys'
import { GridLine, ROW_PX, WaitingCells } from './grid-line'
import { type GridPage, withLevel } from './rows'
import { boundsOf, isBlock, isWithin } from './selection'
import { useEdits } from './use-edits'
import { useGridClipboard } from './use-grid-clipboard'
import { useGridFocus } from './use-grid-focus'
import { useGridRows } from './use-grid-rows'
import { useLevels } from './use-levels'

/** Levels asked for at once: those in view, then those that are being written over. */
const IDS_MAX = 120

type Props = { filter: StockFilter; pages: GridPages; first: GridPage }

/** Variant by place, drawn only where one looks however many there are, kept fresh, and walked with the arrow keys. */
export const StockGrid = ({ filter, pages, first }: Props) => {
  const grid = useRef<HTMLDivElement>(null)
  const [adjusting, setAdjusting] = useState<StockGridRow>()
  const [editing, setEditing] = useState<CellPlace & { start: string }>()
  const helpId = useId()

  const activeRow = useRef(0)
  const virtual = useVirtualizer({
    count: pages.records,
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
  const items = virtual.getVirtualItems()
  const {
    rowAt: fetchedAt,
    hasCome,
    load,
    hasFailed,
    retry,
  } = useGridRows(
    filter,
    pages,
    first,
    items.map(({ index }) => index),
  )
  const { active, setActive, onKeyDown, onPointerDown, block, goTo } = useGridFocus({
    grid,
    rows: pages.records,
    columns: COLUMNS.length,
    pageRows: () => Math.max(1, Math.floor(((grid.current?.clientHeight ?? 0) - HEAD_PX) / ROW_PX) - 1),
    reveal: (row) => virtual.scrollToIndex(row),
    edit: (place, typed) => startEdit(place, typed),
    open: (row) => setAdjusting(rowAt(row)),
  })
  activeRow.current = active.row

  const book = useEdits({ onSaved: () => ask() })
  const inView = items.flatMap(({ index }) => fetchedAt(index)?.recordId ?? [])
  const written = [...book.edits.values()].map(({ recordId }) => recordId)
  const wanted = [...new Set([...inView, ...written])].slice(0, IDS_MAX)
  const settled = useSettled(wanted.join(' '), virtual.isScrolling)
  const { levels, take, isLive, ask } = useLevels(settled.split(' ').filter(Boolean).map(Number))
  const { besideLevels } = book
  useEffect(() => besideLevels(levels), [besideLevels, levels])
  const rowAt = (index: number): StockGridRow | undefined => {
    const known = fetchedAt(index)
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
  const { onCopy, onPaste } = useGridClipboard({ block, book, rowAt, load })
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

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <div
        ref={grid}
        role="grid"
        aria-label="Stock by variant and place"
        aria-describedby={helpId}
        aria-rowcount={pages.records + 1}
        aria-colcount={COLUMNS.length}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onCopy={onCopy}
        onPaste={onPaste}
        className="figures relative max-h-[max(24rem,calc(100dvh-14.5rem))] min-h-32 flex-1 overflow-auto overscroll-contain border border-rule bg-raised text-note"
      >
        <GridHead />
        <div role="presentation" className="relative min-w-max" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rowAt(index)
            return (
              <GridLine key={index} index={index} start={start}>
                {row ? (
                  COLUMNS.map((column, place) => (
                    <GridCell
                      key={`${row.recordId} ${column.label}`}
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
                  ))
                ) : (
                  <WaitingCells
                    index={index}
                    stop={active.row === index ? active.column : undefined}
                    onFocus={(column) => setActive({ row: index, column })}
                    words={hasCome(index) ? 'Does not fit any more' : 'One moment'}
                  />
                )}
              </GridLine>
            )
          })}
        </div>
      </div>
      <EditBar book={book} />
      <GridFoot filter={filter} records={pages.records} isLive={isLive} helpId={helpId}>
        {hasFailed ? (
          <Button tone="bare" size="small" onClick={retry}>
            Some rows did not come. Try again
          </Button>
        ) : null}
      </GridFoot>
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
