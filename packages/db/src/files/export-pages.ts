import type pg from 'pg'

/** The next lines of an export, and where to go on behind them. */
export type ExportPage = { readonly lines: readonly string[]; readonly cursor: number }

/** What a kind of file writes: its first line, and its lines behind the cursor, at one location or all. */
export type ExportKind = {
  readonly header: readonly string[]
  page(client: pg.ClientBase, from: { cursor: number; locationId: number | null; limit: number }): Promise<ExportPage>
}
