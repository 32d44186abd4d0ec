/** A list with one of its things one place further up or down; at the ends it stays. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const [one, other] = [list[at], list[at + by]]
  if (one === undefined || other === undefined) return list
  return list.map((thing, place) => (place === at ? other : place === at + by ? one : thing))
}
