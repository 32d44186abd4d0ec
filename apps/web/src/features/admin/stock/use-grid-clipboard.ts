'use client'

import type { StockGridRow } from '@selvedge/core'
import type { ClipboardEvent } from 'react'
import { toast } from '@/components/toast'
import { COLUMNS, cellText, editableOf } from './columns'
import { type Block, boundsOf, isBlock } from './selection'
import type { EditBook } from './use-edits'

/** Lines of a paste that rows are fetched for; a longer one belongs into a file. */
const LINES_MAX = 5_000

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

  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    const rows = rowsFrom(height).flatMap((row) => row ?? [])
    if (rows.length < height) {
      // Half a block would look whole in the sheet.
      toast('Nothing was copied', {
        description: 'The block reaches over records that were not looked at yet. Export all of them under Files.',
        tone: 'error',
      })
      return
    }
    const columns = COLUMNS.slice(bounds.left, bounds.right + 1)
    const lines = rows.map((row) => columns.map((column) => cellText(column, row)).join('\t'))
    event.clipboardData.setData('text/plain', lines.join('\n'))
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
