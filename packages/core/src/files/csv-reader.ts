export type CsvCell = { readonly text: string; readonly column: number }
export type CsvRow = { readonly line: number; readonly cells: readonly CsvCell[] }
export type CsvFault = {
  readonly line: number
  readonly column: number
  readonly code: 'OPEN_QUOTE' | 'STRAY_QUOTE' | 'CELL_TOO_LONG'
}

const DELIMITERS = [',', ';', '\t', '|'] as const
export type CsvDelimiter = (typeof DELIMITERS)[number]
/** An open quote would otherwise swallow the rest of the file into one cell. */
const CELL_MAX = 10_000

/** The separator that the first line has most of, outside quotes. */
export const detectDelimiter = (firstLine: string): CsvDelimiter => {
  const bare = firstLine.replaceAll(/"[^"]*"/g, '')
  const count = (delimiter: string): number => bare.split(delimiter).length
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best))
}

/**
 * Reads CSV (RFC 4180, any line end, any of four separators) as its text arrives, in pieces of any size. A row that is
 * not well formed is a fault with its place; reading goes on at the next line.
 */
export const createCsvReader = (delimiter: CsvDelimiter) => {
  let line = 1
  let column = 1
  let rowLine = 1
  let cells: CsvCell[] = []
  let text = ''
  let cellColumn = 1
  let state: 'start' | 'bare' | 'quoted' | 'closed' | 'skip' = 'start'
  let quoteAt = { line: 1, column: 1 }
  let hadReturn = false

  const endCell = (): void => {
    cells.push({ text, column: cellColumn })
    text = ''
    state = 'start'
    cellColumn = column + 1
  }
  const startRow = (): void => {
    cells = []
    text = ''
    state = 'start'
    line++
    column = 1
    cellColumn = 1
    rowLine = line
  }

  const push = (piece: string, rows: CsvRow[], faults: CsvFault[]): void => {
    const fail = (code: CsvFault['code'], place = { line, column }): void => {
      faults.push({ ...place, code })
      state = 'skip'
    }
    const endRow = (): void => {
      if (state !== 'skip') {
        endCell()
        // A line with nothing on it is no row.
        if (cells.length > 1 || cells[0]?.text !== '') rows.push({ line: rowLine, cells })
      }
      startRow()
    }
    for (const sign of piece) {
      const afterReturn = hadReturn
      hadReturn = false
      if (sign === '\n' && afterReturn) {
        if (state === 'quoted') text += sign
        continue
      }
      const isEnd = sign === '\n' || sign === '\r'
      if (sign === '\r') hadReturn = true
      if (state === 'quoted') {
        if (sign === '"') state = 'closed'
        else if (text.length >= CELL_MAX) fail('CELL_TOO_LONG', quoteAt)
        else {
          text += sign
          if (isEnd) {
            line++
            column = 0
            // The pair is one line end, inside a cell too.
            if (sign === '\r') hadReturn = true
          }
        }
      } else if (isEnd) {
        endRow()
        continue
      } else if (state === 'skip') {
        // To the end of the line.
      } else if (sign === delimiter) endCell()
      else if (sign === '"') {
        if (state === 'closed') {
          text += '"'
          state = 'quoted'
        } else if (state === 'start' && text === '') {
          state = 'quoted'
          quoteAt = { line, column }
        } else fail('STRAY_QUOTE')
      } else if (state === 'closed') fail('STRAY_QUOTE')
      else if (text.length >= CELL_MAX) fail('CELL_TOO_LONG')
      else {
        state = 'bare'
        text += sign
      }
      column++
    }
  }
  return {
    push: (piece: string): { rows: CsvRow[]; faults: CsvFault[] } => {
      const rows: CsvRow[] = []
      const faults: CsvFault[] = []
      push(piece, rows, faults)
      return { rows, faults }
    },
    finish: (): { rows: CsvRow[]; faults: CsvFault[] } => {
      if (state === 'quoted') return { rows: [], faults: [{ ...quoteAt, code: 'OPEN_QUOTE' }] }
      const rows: CsvRow[] = []
      const faults: CsvFault[] = []
      if (cells.length > 0 || text !== '' || state === 'closed') push('\n', rows, faults)
      return { rows, faults }
    },
  }
}
