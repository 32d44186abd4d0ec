const WITHOUT_ID = /^line ([1-9]\d{0,8})$/

/** What a row is called that its file gives no id. */
export const idOfLine = (line: number): string => `line ${line}`

/**
 * Remembers the ids of rows and answers on which line one stood before. Most files give none: their rows are called by
 * their lines and cost a bit each, not a text, of a million.
 */
export const createRowIds = () => {
  const lineOf = new Map<string, number>()
  let unnamed = new Uint8Array(1_024)
  const isUnnamed = (line: number): boolean => (((unnamed[line >> 3] ?? 0) >> (line & 7)) & 1) === 1
  const markUnnamed = (line: number): void => {
    const at = line >> 3
    if (at >= unnamed.length) {
      const larger = new Uint8Array(Math.max(at + 1, unnamed.length * 2))
      larger.set(unnamed)
      unnamed = larger
    }
    unnamed[at] = (unnamed[at] ?? 0) | (1 << (line & 7))
  }
  return {
    lineOf: (rowId: string): number | undefined => {
      const named = lineOf.get(rowId)
      const line = Number(WITHOUT_ID.exec(rowId)?.[1] ?? 0)
      return named ?? (isUnnamed(line) ? line : undefined)
    },
    add: (rowId: string, line: number): void => {
      if (rowId === idOfLine(line)) markUnnamed(line)
      else lineOf.set(rowId, line)
    },
  }
}
