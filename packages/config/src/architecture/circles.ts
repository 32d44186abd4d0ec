/**
 * Circles of a graph, each as the names on the way from its first one back to it, shortest first found; a name is told of
 * in one of them only. Empty when there is an order in which everything comes after what it needs.
 */
export const circles = (arrows: ReadonlyMap<string, Iterable<string>>): string[][] => {
  const told = new Set<string>()
  return [...arrows.keys()].sort().flatMap((name) => {
    const circle = told.has(name) ? undefined : wayBack(name, arrows)
    for (const passed of circle ?? []) told.add(passed)
    return circle === undefined ? [] : [circle]
  })
}

/** The shortest way from a name back to it. */
const wayBack = (name: string, arrows: ReadonlyMap<string, Iterable<string>>): string[] | undefined => {
  const cameFrom = new Map<string, string>()
  const open = [name]
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    for (const next of arrows.get(at) ?? []) {
      if (next === name) return [...pathTo(at, cameFrom), name]
      if (cameFrom.has(next)) continue
      cameFrom.set(next, at)
      open.push(next)
    }
  }
  return undefined
}

const pathTo = (end: string, cameFrom: ReadonlyMap<string, string>): string[] => {
  const before = cameFrom.get(end)
  return before === undefined ? [end] : [...pathTo(before, cameFrom), end]
}
