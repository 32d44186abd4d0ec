import type { CsvRow, FileHeader, RowProblem } from '@selvedge/core'

/** What a kind of file does with its rows while it is checked. No stock changes. */
export type RowKeeper = {
  /** Takes a row, or answers what is wrong with it by itself. */
  take(header: FileHeader, row: CsvRow): readonly RowProblem[]
  /** Rows taken and not yet kept. */
  waiting(): number
  /** Looks up what the waiting rows name, for all of them at once, writes the good ones down behind the `before` first. */
  keep(
    before: number,
  ): Promise<{ readonly good: number; readonly bad: number; readonly problems: readonly RowProblem[] }>
}
