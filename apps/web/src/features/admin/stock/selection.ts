import type { CellPlace } from './grid-keys'

/** Two corners of a block of cells; one cell when they are the same. */
export type Block = { readonly anchor: CellPlace; readonly head: CellPlace }
export type Bounds = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export const boundsOf = ({ anchor, head }: Block): Bounds => ({
  top: Math.min(anchor.row, head.row),
  bottom: Math.max(anchor.row, head.row),
  left: Math.min(anchor.column, head.column),
  right: Math.max(anchor.column, head.column),
})

export const isWithin = (bounds: Bounds, { row, column }: CellPlace): boolean =>
  row >= bounds.top && row <= bounds.bottom && column >= bounds.left && column <= bounds.right

/** More than the one cell that has the focus. */
export const isBlock = ({ anchor, head }: Block): boolean => anchor.row !== head.row || anchor.column !== head.column
