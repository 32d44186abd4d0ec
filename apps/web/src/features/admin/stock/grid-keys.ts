export type CellPlace = { readonly row: number; readonly column: number }

type Size = { readonly rows: number; readonly columns: number; readonly pageRows: number }

const clamp = (value: number, max: number): number => Math.max(0, Math.min(value, max))

/** Where a key moves to in a grid (ARIA grid pattern); undefined for keys that do not move. */
export const moveInGrid = (
  from: CellPlace,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { rows, columns, pageRows }: Size,
): CellPlace | undefined => {
  const to = (row: number, column: number): CellPlace => ({
    row: clamp(row, rows - 1),
    column: clamp(column, columns - 1),
  })
  switch (key) {
    case 'ArrowUp':
      return to(from.row - 1, from.column)
    case 'ArrowDown':
      return to(from.row + 1, from.column)
    case 'ArrowLeft':
      return to(from.row, from.column - 1)
    case 'ArrowRight':
      return to(from.row, from.column + 1)
    case 'PageUp':
      return to(from.row - pageRows, from.column)
    case 'PageDown':
      return to(from.row + pageRows, from.column)
    case 'Home':
      return to(ctrlKey ? 0 : from.row, 0)
    case 'End':
      return to(ctrlKey ? rows - 1 : from.row, columns - 1)
    default:
      return undefined
  }
}
