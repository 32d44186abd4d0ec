'use client'

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type CellPlace, moveInGrid } from './grid-keys'

type Options = {
  readonly grid: RefObject<HTMLElement | null>
  readonly rows: number
  readonly columns: number
  readonly pageRows: () => number
  readonly reveal: (row: number) => void
  /** Enter on a cell that has nothing of its own to press. */
  readonly open: (row: number) => void
}

/** One tab stop for the whole grid; the keys of the ARIA grid pattern move it, drawing rows that were out of sight. */
export const useGridFocus = ({ grid, rows, columns, pageRows, reveal, open }: Options) => {
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 })
  const wantsFocus = useRef(false)

  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${active.row}-${active.column}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active, grid])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (rows === 0 || event.altKey || event.metaKey) return
    const { key, ctrlKey, target } = event
    if (key === 'Enter' && target instanceof HTMLElement && !target.matches('a, button')) {
      event.preventDefault()
      open(active.row)
      return
    }
    const to = moveInGrid(active, { key, ctrlKey }, { rows, columns, pageRows: pageRows() })
    if (!to) return
    event.preventDefault()
    if (to.row === active.row && to.column === active.column) return
    reveal(to.row)
    wantsFocus.current = true
    setActive(to)
  }
  return { active: { ...active, row: Math.min(active.row, Math.max(0, rows - 1)) }, setActive, onKeyDown }
}
