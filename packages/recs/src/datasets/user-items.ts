import { type Interaction, type Interactions, interactionsOf } from '../interactions/interactions'
import { type DatasetFile, linesOf, wholeNumber } from './lines'

/** Lists of a user and their items, as LightGCN's: `user item item …`, by dense numbers from 0. */
export function parseUserItems(file: DatasetFile): readonly Interaction[] {
  const found: Interaction[] = []
  for (const { line, text } of linesOf(file)) {
    const [user = '', ...items] = text.split(/\s+/)
    const place = wholeNumber(user, file.name, line)
    for (const item of items) found.push({ user: place, item: wholeNumber(item, file.name, line) })
  }
  return found
}

/** Matrices over the users and items of all parts together, so that places mean the same in each. */
export function alignedMatrices(parts: readonly (readonly Interaction[])[]): readonly Interactions[] {
  let [userCount, itemCount] = [0, 0]
  for (const part of parts) {
    for (const { user, item } of part) {
      userCount = Math.max(userCount, user + 1)
      itemCount = Math.max(itemCount, item + 1)
    }
  }
  return parts.map((part) => interactionsOf(part, { userCount, itemCount }))
}
