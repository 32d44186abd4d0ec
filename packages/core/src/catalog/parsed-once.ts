import { z } from 'zod'

/**
 * A schema that parses the same object once: for parts of answers that stand unchanged in memory from one answer to the
 * next. What it gives back is shared, so nobody may write to it. A failure is not remembered, and told as the schema
 * itself tells it.
 */
export const parsedOnce = <S extends z.ZodType<object>>(schema: S) => {
  const known = new WeakMap<object, z.output<S>>()
  return z.custom<z.input<S>>().transform((value, context): z.output<S> => {
    const isObject = typeof value === 'object' && value !== null
    const before = isObject ? known.get(value) : undefined
    if (before !== undefined) return before
    const now = schema.safeParse(value)
    if (!now.success) {
      for (const issue of now.error.issues) context.issues.push({ ...issue, input: undefined })
      return z.NEVER
    }
    if (isObject) known.set(value, now.data)
    return now.data
  })
}
