import { DatasetFault, type DatasetFile, linesOf } from './lines'

/** A rating with dense places for its user and item, in the order the file first names them. */
export type Rating = { readonly user: number; readonly item: number; readonly rating: number; readonly time: number }

/**
 * Tab-separated ratings: user, item, rating, time. A first line with a name in its third field is a heading
 * (RecBole's `.inter`); without one the order is MovieLens's own.
 */
export function parseRatings(file: DatasetFile): readonly Rating[] {
  const users = new Map<string, number>()
  const items = new Map<string, number>()
  const found: Rating[] = []
  for (const { line, text } of linesOf(file)) {
    const [user, item, rating, time] = text.split('\t')
    if (line === 1 && Number.isNaN(Number(rating))) continue
    if (user === undefined || item === undefined || rating === undefined || time === undefined) {
      throw new DatasetFault(file.name, line, 'user, item, rating and time are expected')
    }
    const [stars, moment] = [Number(rating), Number(time)]
    if (!Number.isFinite(stars) || !Number.isFinite(moment)) {
      throw new DatasetFault(file.name, line, `"${rating}" and "${time}" are no rating and time`)
    }
    found.push({ user: placed(users, user), item: placed(items, item), rating: stars, time: moment })
  }
  return found
}

function placed(places: Map<string, number>, name: string): number {
  const known = places.get(name)
  if (known !== undefined) return known
  places.set(name, places.size)
  return places.size - 1
}
