import type { CellEdit, EditableFigure, StockGridRow } from '@selvedge/core'

export const UNITS_MAX = 1_000_000

/** A cell that somebody has changed and not saved, or tried to. */
export type PendingEdit = CellEdit & {
  readonly sku: string
  readonly locationCode: string
  readonly state: 'pending' | 'saving' | 'conflict'
  /** Of the record when `seen` was seen; a level that is no newer says nothing of it. */
  readonly version: number
  /** What somebody else has put there meanwhile. */
  readonly current?: number
}
export type Edits = ReadonlyMap<string, PendingEdit>

export const cellKey = (recordId: number, figure: EditableFigure): string => `${recordId}/${figure}`

/** Whole units that can lie on a shelf; undefined for anything else. A thousands separator of a sheet is let through. */
export const readUnits = (typed: string): number | undefined => {
  const text = typed.trim().replace(/(?<=\d)[\u00a0\u202f' ](?=\d{3}\b)/g, '')
  return /^\d{1,7}$/.test(text) && Number(text) <= UNITS_MAX ? Number(text) : undefined
}

/** One changed cell more; put back to what was seen, it is no change any more. */
export const withEdit = (edits: Edits, row: StockGridRow, figure: EditableFigure, value: number): Edits => {
  const key = cellKey(row.recordId, figure)
  const next = new Map(edits)
  // What was seen first counts: a figure that moves under a pending edit is a conflict, not a new beginning.
  const before = edits.get(key)
  const isKept = before !== undefined && before.state !== 'conflict'
  const { seen, version, ...current } = isKept
    ? {
        seen: before.seen,
        version: before.version,
        ...(before.current === undefined ? {} : { current: before.current }),
      }
    : { seen: row[figure], version: row.version }
  if (value === seen) next.delete(key)
  else {
    const { recordId, variantId, sku, locationCode } = row
    next.set(key, {
      recordId,
      variantId,
      sku,
      locationCode,
      figure,
      seen,
      version,
      value,
      ...current,
      state: 'pending',
    })
  }
  return next
}

/** Whether somebody else has changed the cell since it was seen, as far as is known; saving it would be refused. */
export const isOvertaken = ({ state, current }: PendingEdit): boolean => state === 'conflict' || current !== undefined

/**
 * The changes beside what stands in their cells by now. Nothing written is lost: a cell that somebody else has changed
 * says so, and one that they have set to what was wanted is no change any more.
 */
export const besideLevels = (
  edits: Edits,
  levels: ReadonlyMap<number, Pick<StockGridRow, EditableFigure | 'version'>>,
): Edits => {
  const next = new Map<string, PendingEdit>()
  for (const [key, edit] of edits) {
    const level = levels.get(edit.recordId)
    const isNews = edit.state === 'pending' && level !== undefined && level.version > edit.version
    const now = isNews ? level[edit.figure] : undefined
    if (now === undefined) next.set(key, edit)
    else if (now !== edit.value) {
      const { current: _, ...rest } = edit
      next.set(key, now === edit.seen ? rest : { ...rest, current: now })
    }
  }
  const isSame = next.size === edits.size && [...next].every(([key, edit]) => edits.get(key)?.current === edit.current)
  return isSame ? edits : next
}

/** The person's own figures stand: from now on they are held against the new ones. */
export const insistedOn = (edits: Edits): Edits =>
  new Map(
    [...edits].map(([key, { current, ...edit }]) => [
      key,
      current === undefined ? edit : { ...edit, seen: current, state: 'pending' as const },
    ]),
  )

/** The changes without those that somebody else was quicker with. */
export const withoutOvertaken = (edits: Edits): Edits => new Map([...edits].filter(([, edit]) => !isOvertaken(edit)))

/** The cells of a block copied from a spreadsheet: rows by line, columns by tab, a quoted cell as it is meant. */
export const readBlock = (text: string): readonly (readonly string[])[] => {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  return lines.map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')))
}

export type Pasted = { readonly edits: Edits; readonly taken: number; readonly refused: readonly string[] }

/**
 * Lays a block over rows and columns from a cell on. Every cell of it must be one that can be edited and hold whole
 * units, or nothing of it is taken: half a paste is worse than none. Answers what is wrong, with the row it is in.
 */
export const pasteBlock = (
  edits: Edits,
  block: readonly (readonly string[])[],
  rows: readonly StockGridRow[],
  columns: readonly (EditableFigure | undefined)[],
): Pasted => {
  let next = edits
  let taken = 0
  const refused: string[] = []
  for (const [line, cells] of block.entries()) {
    const row = rows[line]
    if (!row) {
      refused.push(`line ${line + 1}: there is no row for it`)
      continue
    }
    for (const [place, cell] of cells.entries()) {
      const figure = columns[place]
      const value = readUnits(cell)
      if (!figure)
        refused.push(`line ${line + 1}: column ${place + 1} of the block falls on a column that cannot be set`)
      else if (value === undefined) refused.push(`line ${line + 1}: “${cell}” is no whole number of units`)
      else {
        next = withEdit(next, row, figure, value)
        taken += 1
      }
    }
  }
  return refused.length > 0 ? { edits, taken: 0, refused } : { edits: next, taken, refused }
}

/** The changes that take saved ones back: entries of their own, which say what they put right. */
export const reversed = (saved: readonly CellEdit[]): readonly CellEdit[] =>
  saved.map((cell) => ({ ...cell, seen: cell.value, value: cell.seen }))

/** What became of the cells of one sending. */
export type Sent = {
  readonly saved: readonly PendingEdit[]
  readonly conflicts: readonly PendingEdit[]
  /** Nobody knows: the shop did not answer for them. */
  readonly left: readonly PendingEdit[]
}

/**
 * The changes that are still open after a sending. What was no part of it stays as it was, an undecided conflict above
 * all; what was typed into a cell while it was being saved is held against what was saved.
 */
export const afterSending = (edits: Edits, { saved, conflicts, left }: Sent): Edits => {
  const next = new Map(edits)
  for (const cell of saved) {
    const key = cellKey(cell.recordId, cell.figure)
    const known = next.get(key)
    if (known === undefined || known.value === cell.value) next.delete(key)
    else next.set(key, { ...known, seen: cell.value, state: 'pending' })
  }
  for (const cell of conflicts) {
    const key = cellKey(cell.recordId, cell.figure)
    next.set(key, { ...cell, value: next.get(key)?.value ?? cell.value })
  }
  for (const cell of left) {
    const key = cellKey(cell.recordId, cell.figure)
    if (!next.has(key)) next.set(key, { ...cell, state: 'pending' })
  }
  return next
}
