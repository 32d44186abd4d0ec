'use client'

import type { StockGridRow } from '@selvedge/core'
import type { ClipboardEvent } from 'react'
import { toast } from '@/components/toast'
import { COLUMNS, cellText, editableOf } from './columns'
import { type Block, boundsOf, isBlock } from './selection'
import type { EditBook } from './use-edits'

/** Lines of a block that rows are fetched for; a longer one belongs into a file. */
const LINES_MAX = 5_000
const number = new Intl.NumberFormat('en-GB')

type Options = {
  readonly block: Block
  readonly book: EditBook
  readonly rowAt: (index: number) => StockGridRow | undefined
  readonly load: (from: number, count: number) => Promise<void>
}

/** Copying a block of cells into a sheet, and laying one from a sheet over the grid. */
export const useGridClipboard = ({ block, book, rowAt, load }: Options) => {
  const bounds = boundsOf(block)
  const rowsFrom = (count: number) => Array.from({ length: count }, (_, n) => rowAt(bounds.top + n))
  const height = bounds.bottom - bounds.top + 1

  const textOf = (rows: readonly (StockGridRow | undefined)[]): string => {
    const columns = COLUMNS.slice(bounds.left, bounds.right + 1)
    return rows
      .flatMap((row) => row ?? [])
      .map((row) => columns.map((column) => cellText(column, row)).join('\t'))
      .join('\n')
  }
  /** The clipboard is asked for while the keys are being pressed, and given the text when the rows have come. */
  const copyFetched = async (): Promise<number> => {
    const rows = load(bounds.top, height).then(() => rowsFrom(height).flatMap((row) => row ?? []))
    const text = rows.then((come) => new Blob([textOf(come)], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
    return (await rows).length
  }

  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    const rows = rowsFrom(height)
    if (rows.every((row) => row !== undefined)) event.clipboardData.setData('text/plain', textOf(rows))
    else if (height > LINES_MAX)
      toast('Nothing was copied', {
        description: `The block has ${number.format(height)} rows; up to ${number.format(LINES_MAX)} are copied at once. Export all of them under Files.`,
        tone: 'error',
      })
    else
      copyFetched().then(
        // Fewer than were marked, where some left the filter meanwhile.
        (copied) => toast(`${number.format(copied)} rows copied`),
        () =>
          toast('Nothing was copied', {
            description:
              'The rows did not come, or the browser gives no clipboard here. Rows that were looked at can be copied.',
            tone: 'error',
          }),
      )
  }
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    const columns = COLUMNS.slice(bounds.left).map(editableOf)
    // One value on a block of cells fills it, as in a sheet.
    const isFill = isBlock(block) && !/[\t\n]/.test(text.trim())
    const width = bounds.right - bounds.left + 1
    const filled = Array.from({ length: height }, () => Array.from({ length: width }, () => text.trim()).join('\t'))
    const pasted = isFill ? filled.join('\n') : text
    const lines = Math.min(LINES_MAX, pasted.trimEnd().split('\n').length)
    const lay = () =>
      book.paste(
        pasted,
        rowsFrom(lines).flatMap((row) => row ?? []),
        columns,
      )
    if (rowsFrom(lines).every((row) => row !== undefined)) lay()
    else
      load(bounds.top, lines).then(lay, () =>
        toast('Nothing was pasted', { description: 'The records it falls on did not come. Try again.', tone: 'error' }),
      )
  }
  return { onCopy, onPaste }
}
