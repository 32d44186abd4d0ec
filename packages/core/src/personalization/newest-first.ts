type Dated = { readonly atMs: number }

/** Puts an entry into a list of newest first, in place of an older one of the same key; a newer one stays as it is. */
export function putNewest<T extends Dated>(
  list: readonly T[],
  entry: T,
  isSame: (other: T) => boolean,
  limit: number,
): T[] {
  const same = list.find(isSame)
  if (same && same.atMs >= entry.atMs) return [...list]
  const rest = same ? list.filter((other) => other !== same) : list
  const place = rest.findIndex((other) => other.atMs <= entry.atMs)
  const at = place === -1 ? rest.length : place
  return [...rest.slice(0, at), entry, ...rest.slice(at)].slice(0, limit)
}

/** Two lists of newest first as one; of two entries of one key the newer stays. */
export function mergeNewest<T extends Dated>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (entry: T) => string | number,
  limit: number,
): T[] {
  const seen = new Set<string | number>()
  const merged: T[] = []
  for (const entry of [...a, ...b].sort((x, y) => y.atMs - x.atMs)) {
    const key = keyOf(entry)
    if (seen.has(key)) continue
    seen.add(key)
    merged.push(entry)
  }
  return merged.slice(0, limit)
}
