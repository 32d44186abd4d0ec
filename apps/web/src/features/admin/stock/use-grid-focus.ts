'use client'

import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type CellPlace, moveInGrid } from './grid-keys'

type Options = {
  readonly grid: RefObject<HTMLElement | null>
  readonly rows: number
  readonly columns: number
  readonly pageRows: () => number
  readonly reveal: (row: number) => void
  /** F2, Enter or a digit on a cell; answers whether the cell can be written in. `typed` replaces what was there. */
  readonly edit: (place: CellPlace, typed?: string) => boolean
  /** Enter on a cell that can neither be pressed nor written in. */
  readonly open: (row: number) => void
}

/** One tab stop for the whole grid; the keys of the ARIA grid pattern move it, drawing rows that were out of sight. */
export const useGridFocus = ({ grid, rows, columns, pageRows, reveal, edit, open }: Options) => {
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 })
  /** The other corner of a block of cells; none while only one is chosen. */
  const [anchor, setAnchor] = useState<CellPlace>()
  /** The place that focus goes to, and not only that it goes: the effect of an earlier drawing may run after a key was pressed. */
  const wanted = useRef<CellPlace>(undefined)

  // After every drawing: the cell of a row that has yet to be fetched is another one once the row has come.
  useEffect(() => {
    if (wanted.current?.row !== active.row || wanted.current.column !== active.column) return
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${active.row}-${active.column}"]`)
    if (!cell) return
    const held = document.activeElement
    const isElsewhere = held !== null && held !== document.body && !grid.current?.contains(held)
    if (cell.dataset.waiting === undefined || isElsewhere) wanted.current = undefined
    if (isElsewhere || held === cell) return
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const goTo = (to: CellPlace) => {
    const place = { row: Math.min(to.row, rows - 1), column: Math.min(to.column, columns - 1) }
    reveal(place.row)
    wanted.current = place
    setActive(place)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (rows === 0 || event.altKey || event.metaKey) return
    const { key, ctrlKey, shiftKey, target } = event
    const typed = /^\d$/.test(key) && !ctrlKey ? key : undefined
    if ((key === 'F2' || key === 'Enter' || typed) && edit(active, typed)) {
      event.preventDefault()
      return
    }
    if (key === 'Enter' && target instanceof HTMLElement && !target.matches('a, button')) {
      event.preventDefault()
      open(active.row)
      return
    }
    const to = moveInGrid(active, { key, ctrlKey }, { rows, columns, pageRows: pageRows() })
    if (!to) return
    event.preventDefault()
    setAnchor(shiftKey ? (anchor ?? active) : undefined)
    if (to.row === active.row && to.column === active.column) return
    goTo(to)
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => setAnchor(event.shiftKey ? (anchor ?? active) : undefined)
  return {
    block: { anchor: anchor ?? active, head: active },
    goTo,
    onPointerDown,
    active: { ...active, row: Math.min(active.row, Math.max(0, rows - 1)) },
    setActive,
    onKeyDown,
  }
}
