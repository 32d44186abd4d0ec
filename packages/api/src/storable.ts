const NUL = '\u0000'

/** Whether no text in an input holds a NUL: PostgreSQL stores every character but that one, and would answer with a fault. */
export const isStorable = (input: unknown): boolean => {
  if (typeof input === 'string') return !input.includes(NUL)
  if (typeof input !== 'object' || input === null) return true
  return Object.values(input).every(isStorable)
}
