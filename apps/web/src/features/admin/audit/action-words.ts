const spaced = (name: string): string =>
  name.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A change by the place it was made in and what was done there, from its procedure: `admin.safety.followRule`. */
export const roomAndDeed = (procedure: string): { room: string; deed: string } => {
  const parts = procedure.split('.').filter((part) => part !== 'admin')
  const deed = parts.at(-1) ?? procedure
  return { room: capital(parts.slice(0, -1).map(spaced).join(', ')), deed: capital(spaced(deed)) }
}

const FACT_MAX = 400

const asText = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > FACT_MAX ? `${text.slice(0, FACT_MAX)}…` : text
}

/** What was asked for, fact by fact; nothing for a change without any. */
export const factsOf = (input: unknown): readonly (readonly [string, string])[] => {
  if (input === null || input === undefined) return []
  if (typeof input !== 'object' || Array.isArray(input)) return [['value', asText(input)]]
  return Object.entries(input).map(([name, value]) => [spaced(name), asText(value ?? 'none')])
}

/** How it ended; a change without an outcome is under way, or its process died over it. */
export const outcomeWords = (outcome: string | undefined): string => {
  if (outcome === undefined) return 'no outcome'
  if (outcome === 'done') return 'done'
  if (outcome === 'FAULT') return 'fault'
  return `refused: ${outcome.toLowerCase().replaceAll('_', ' ')}`
}
