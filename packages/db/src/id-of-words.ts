import { createHash } from 'node:crypto'

/** The same words, the same id: what is delivered or done twice is known again. Shaped like a version 4 UUID. */
export const idOfWords = (...words: readonly (string | number)[]): string => {
  const hex = createHash('sha256').update(words.join('/')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
