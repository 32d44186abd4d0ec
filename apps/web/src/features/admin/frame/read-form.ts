import type { z } from 'zod'

/** What a form says, as its procedure takes it, or what is wrong with each field by its name. */
export type ReadForm<T> =
  | { readonly value: T; readonly errors?: undefined }
  | { readonly value?: undefined; readonly errors: Readonly<Record<string, string>> }

type Path = readonly string[]
/** The field that a part of the value was typed into, with its words; nothing where it says nothing. */
export type FieldWords = (path: Path) => readonly [field: string, words: string] | undefined

export const UNKNOWN_WORDS = 'This is not right.'

/** Reads what was typed by the procedure's own schema; every field that is wrong is told in our words. */
export const readForm = <T>(schema: z.ZodType<T>, typed: unknown, wordsOf: FieldWords): ReadForm<T> => {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { value: parsed.data }
  const told = parsed.error.issues.flatMap(({ path }) => {
    const field = wordsOf(path.map(String))
    return field ? [field] : []
  })
  return { errors: Object.fromEntries(told) }
}

/** A whole field is one field, whatever is wrong inside it. */
export const fieldWords =
  (words: Readonly<Record<string, string>>): FieldWords =>
  ([field = '']) => [field, words[field] ?? UNKNOWN_WORDS]

/** A number as typed; nothing where nothing was. What is no number stays one that no schema takes. */
export const typedNumber = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text))

/** A moment of a `datetime-local` input, in the reader's own time; epoch milliseconds. */
export const typedMoment = (text: string): number | undefined => (text === '' ? undefined : new Date(text).getTime())

/** The other way round. */
export const momentText = (ms: number | undefined): string => {
  if (ms === undefined) return ''
  return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
