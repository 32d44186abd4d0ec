type Rule = { units: number; staleAfterMinutes?: number }
type Read = { ok: true; rule: Rule } | { ok: false; field: 'units' | 'hours' }

const UNITS_MAX = 1_000
const HOURS_MAX = 8_760

const wholeUpTo = (text: string, most: number): number | undefined => {
  const number = Number(text)
  return /^\d+$/.test(text.trim()) && number <= most ? number : undefined
}

/** Hours of a place's rule as they are written in its field; empty where reports are always believed. */
export const hoursOf = ({ staleAfterMinutes }: { readonly staleAfterMinutes?: number | undefined }): string =>
  staleAfterMinutes === undefined ? '' : String(Math.round(staleAfterMinutes / 6) / 10)

/** A place's rule from its two fields: whole units to 1,000; hours, with tenths, to a year, or none. */
export const readSafetyRule = ({ units, hours }: { units: string; hours: string }): Read => {
  const kept = wholeUpTo(units, UNITS_MAX)
  if (kept === undefined) return { ok: false, field: 'units' }
  if (hours.trim() === '') return { ok: true, rule: { units: kept } }
  const believed = /^\d+(\.\d)?$/.test(hours.trim()) ? Number(hours) : 0
  if (believed <= 0 || believed > HOURS_MAX) return { ok: false, field: 'hours' }
  return { ok: true, rule: { units: kept, staleAfterMinutes: Math.round(believed * 60) } }
}
