const PLAIN = /^(?!null$)[\w.:@/+-]+$/i

const element = (value: string | null | undefined): string => {
  if (value === null || value === undefined) return 'NULL'
  return PLAIN.test(value) ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`
}

/** PostgreSQL array literals of whole columns: the driver's own conversion escapes and quotes every number. */
export const ints = (values: readonly (number | null | undefined)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`

export const texts = (values: readonly (string | null | undefined)[]): string => `{${values.map(element).join(',')}}`

/** Many rows of a batch carry the same few moments. */
export const times = (values: readonly (Date | undefined)[]): string => {
  const known = new Map<number, string>()
  const iso = (value: Date): string => {
    const ms = value.getTime()
    const found = known.get(ms)
    if (found !== undefined) return found
    const text = value.toISOString()
    known.set(ms, text)
    return text
  }
  return `{${values.map((value) => (value ? iso(value) : 'NULL')).join(',')}}`
}

const isNothing = (value: unknown): boolean => value === undefined

/**
 * Columns that most batches leave empty. Beside other columns in one select list an empty array reads as nothing in
 * every row, and costs neither side anything.
 */
export const rareTexts = (values: readonly (string | undefined)[]): string =>
  values.every(isNothing) ? '{}' : texts(values)

export const rareTimes = (values: readonly (Date | undefined)[]): string =>
  values.every(isNothing) ? '{}' : times(values)
