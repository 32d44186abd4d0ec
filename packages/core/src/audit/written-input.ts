export type Written = null | boolean | number | string | readonly Written[] | { readonly [key: string]: Written }

const TEXT_MAX = 200
const ITEMS_MAX = 50
const DEPTH_MAX = 6
const SECRET = /password|secret|token|signature/i

/**
 * What was asked of the shop, as it is kept: secrets left out, long texts and lists cut with a word on what is missing.
 * It answers "what did she change?", it is not for doing it again.
 */
export const writtenInput = (value: unknown, depth = 0): Written => {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'string') return value.length > TEXT_MAX ? `${value.slice(0, TEXT_MAX)}…` : value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString()
  if (typeof value !== 'object' || depth >= DEPTH_MAX) return '…'
  if (Array.isArray(value)) {
    const written = value.slice(0, ITEMS_MAX).map((one) => writtenInput(one, depth + 1))
    return value.length > ITEMS_MAX ? [...written, `and ${value.length - ITEMS_MAX} more`] : written
  }
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, ITEMS_MAX)
      .map(([key, one]) => [key, SECRET.test(key) ? '•' : writtenInput(one, depth + 1)]),
  )
}
