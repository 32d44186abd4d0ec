import { type Body, type FitRow, OUTCOMES } from '../fit/fit-row'
import { hashOf } from '../random'
import { DatasetFault, type DatasetFile, linesOf } from './lines'

/** A row with what decides its side of the split. */
export type FitRecord = FitRow & { readonly hash: number }

/**
 * JSON lines, one piece worn: `user`, `item`, `size` (a number), `fit` (small, fit or large), and if told `category`,
 * `height_cm`, `weight_kg`, `age`, `bust_band`, `bust_cup` (a letter), `body_type`. What came after wearing other than
 * the fit (a rating, a review) is not read: it would not be known beforehand.
 */
export function parseFitRecords(file: DatasetFile): readonly FitRecord[] {
  const [users, items, categories] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  const found: FitRecord[] = []
  for (const { line, text } of linesOf(file)) {
    const record = objectOf(text, file.name, line)
    const [user, item, size] = [String(record.user ?? ''), String(record.item ?? ''), Number(record.size)]
    const outcome = OUTCOMES.find((one) => one === record.fit)
    if (user === '' || item === '' || !Number.isFinite(size) || record.size === null || !outcome) {
      throw new DatasetFault(file.name, line, 'user, item, size (a number) and fit (small, fit, large) are expected')
    }
    found.push({
      user: placed(users, user),
      item: placed(items, item),
      category: placed(categories, String(record.category ?? '')),
      size,
      outcome,
      body: bodyOf(record),
      hash: hashOf(`${user}|${item}|${size}`),
    })
  }
  return found
}

function bodyOf(record: Readonly<Record<string, unknown>>): Body {
  const number = (value: unknown): number | undefined =>
    typeof value === 'number' && Number.isFinite(value) ? value : undefined
  const cup = typeof record.bust_cup === 'string' ? record.bust_cup.toLowerCase() : undefined
  return {
    heightCm: number(record.height_cm),
    weightKg: number(record.weight_kg),
    ageYears: number(record.age),
    bustBand: number(record.bust_band),
    // "aa" is half a step below "a"; "dd" and "ddd/e" count by their first letter and length.
    bustCup: cup ? cup.charCodeAt(0) - 96 + (cup === 'aa' ? -0.5 : (cup.length - 1) * 0.5) : undefined,
    shape: typeof record.body_type === 'string' ? record.body_type : undefined,
  }
}

function objectOf(text: string, file: string, line: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value))
  } catch (fault) {
    throw new DatasetFault(file, line, fault instanceof Error ? fault.message : 'no JSON')
  }
  throw new DatasetFault(file, line, 'an object is expected')
}

function placed(places: Map<string, number>, name: string): number {
  const known = places.get(name)
  if (known !== undefined) return known
  places.set(name, places.size)
  return places.size - 1
}
