const spaced = (name: string): string =>
  name.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Where the procedure's own name says too little. */
const DEEDS: Readonly<Record<string, string>> = {
  'admin.safety.save': 'Rule of a place',
  'admin.safety.followRule': 'Records follow their place again',
  'admin.allocation.save': 'Policy of a channel',
  'admin.holdPolicy.save': 'Holds of a channel',
  'admin.supply.setBackorder': 'Backorders allowed',
  'admin.stock.adjust': 'Stock adjusted',
  'admin.stock.edit': 'Figures edited',
}

/** A change by the place it was made in and what was done there, from its procedure: `admin.safety.followRule`. */
export const roomAndDeed = (procedure: string): { room: string; deed: string } => {
  const parts = procedure.split('.').filter((part) => part !== 'admin')
  const deed = DEEDS[procedure] ?? capital(spaced(parts.at(-1) ?? procedure))
  return { room: capital(parts.slice(0, -1).map(spaced).join(', ')), deed }
}

const FACT_MAX = 400

const asText = (value: unknown): string => {
  const isWords = Array.isArray(value) && value.every((one) => typeof one === 'string')
  const text = isWords ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > FACT_MAX ? `${text.slice(0, FACT_MAX)}…` : text
}

export type Fact = { readonly name: string; readonly value: string; readonly was?: string }
type Group = Readonly<Record<string, unknown>>
export type PlaceNames = ReadonlyMap<number, string>

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const PLACE_ID = /^(?:(.+)L|l)ocationId$/

/** A place by its name; one that is no more, by its number. */
const named = (key: string, value: unknown, places: PlaceNames): { name: string; value: string } => {
  const [isPlace, which] = PLACE_ID.exec(key) ?? []
  if (isPlace === undefined || typeof value !== 'number') return { name: spaced(key), value: asText(value ?? 'none') }
  return { name: which === undefined ? 'place' : `${spaced(which)} place`, value: places.get(value) ?? `no. ${value}` }
}

/** Asked for and standing before, as one fact; of a group of settings those that differ, each by itself. */
const factOf = (key: string, value: unknown, before: Group, places: PlaceNames): readonly Fact[] => {
  const was = before[key]
  if (!(key in before)) return [named(key, value, places)]
  if (!isGroup(value) || !isGroup(was)) return [{ ...named(key, value, places), was: named(key, was, places).value }]
  const changed = [...new Set([...Object.keys(value), ...Object.keys(was)])].filter(
    (part) => !isSame(value[part], was[part]),
  )
  if (changed.length === 0) return [{ name: spaced(key), value: 'as it was' }]
  return changed.map((part) => ({
    name: `${spaced(key)}, ${spaced(part)}`,
    value: asText(value[part] ?? 'none'),
    was: asText(was[part] ?? 'none'),
  }))
}

/**
 * What was asked for, fact by fact, and beside it what stood there before, where that is known; nothing for a change
 * without any. What stood before under a name that was not asked for comes first.
 */
export const factsOf = (input: unknown, before: unknown, places: PlaceNames): readonly Fact[] => {
  const stood = isGroup(before) ? before : {}
  if (!isGroup(input)) return input === null || input === undefined ? [] : [{ name: 'value', value: asText(input) }]
  const asked = Object.entries(input).flatMap(([key, value]) => factOf(key, value, stood, places))
  const unasked = Object.entries(stood).filter(([key]) => !(key in input))
  return [...unasked.map(([key, was]) => ({ name: `${spaced(key)} before`, value: asText(was ?? 'none') })), ...asked]
}

/** How it ended; a change without an outcome is under way, or its process died over it. */
export const outcomeWords = (outcome: string | undefined): string => {
  if (outcome === undefined) return 'no outcome'
  if (outcome === 'done') return 'done'
  if (outcome === 'FAULT') return 'fault'
  return `refused: ${outcome.toLowerCase().replaceAll('_', ' ')}`
}
