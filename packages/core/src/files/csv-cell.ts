const STARTS_FORMULA = /^[=+\-@\t\r]/

/** Whether a spreadsheet would take the text for a formula. */
export const isFormula = (text: string): boolean => STARTS_FORMULA.test(text)

/**
 * A cell of a file that goes out: what a spreadsheet would run as a formula gets an apostrophe in front (OWASP), quotes
 * are doubled. Numbers go out as they are.
 */
export const csvCell = (value: string | number | undefined): string => {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = isFormula(value) ? `'${value}` : value
  return /[",;\r\n\t|]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
export const csvLine = (values: readonly (string | number | undefined)[]): string =>
  `${values.map(csvCell).join(',')}\r\n`

/** A cell of a file that comes in: the apostrophe that we, or a spreadsheet, put in front of a formula is not its text. */
export const plainCell = (text: string): string => {
  const trimmed = text.trim()
  return trimmed.startsWith("'") && isFormula(trimmed.slice(1)) ? trimmed.slice(1) : trimmed
}
