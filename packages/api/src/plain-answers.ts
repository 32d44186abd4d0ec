import superjson from 'superjson'

// Deeper than any answer of ours; whatever goes further is left to superjson, which knows circles.
const DEPTH_MAX = 24

/** Whether JSON alone carries the value whole: no dates, no bigints, no `undefined`, nothing of a class. */
export function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || depth > DEPTH_MAX) return false
  if (Array.isArray(value)) {
    for (const one of value) if (!isPlain(one, depth + 1)) return false
    return true
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  for (const one of Object.values(value)) if (!isPlain(one, depth + 1)) return false
  return true
}

/**
 * superjson, without its walk where it has nothing to do: a listing of 24 cards is plain and costs 1 ms less of the
 * 1.6 ms that it costs in all (measured). What travels is what superjson itself would send, so clients use it as it is.
 */
export const transformer = {
  serialize: (value: unknown) => (isPlain(value) ? { json: value } : superjson.serialize(value)),
  deserialize: superjson.deserialize.bind(superjson),
}
