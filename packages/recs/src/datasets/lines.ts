/** A line of a data file that is not what its format says. */
export class DatasetFault extends Error {
  constructor(file: string, line: number, what: string) {
    super(`${file}, line ${line}: ${what}`)
    this.name = 'DatasetFault'
  }
}

/** A data file as it was read: its name for messages, and its text. */
export type DatasetFile = { readonly name: string; readonly text: string }

/** Lines that are not empty, with their number from 1. */
export function* linesOf({ text }: DatasetFile): Generator<{ readonly line: number; readonly text: string }> {
  let [from, line] = [0, 0]
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    const stop = end < 0 ? text.length : end
    line++
    const content = text.slice(from, stop).trimEnd()
    if (content !== '') yield { line, text: content }
    from = stop + 1
  }
}

/** A whole number, zero or more. */
export function wholeNumber(text: string, file: string, line: number): number {
  const value = Number(text)
  if (text === '' || !Number.isSafeInteger(value) || value < 0) throw new DatasetFault(file, line, `"${text}" is no id`)
  return value
}
