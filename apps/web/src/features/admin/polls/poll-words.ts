import type { Lean, PollResult } from '@selvedge/core'
import { plannedMoment } from '../promotions/markdown-words'

export const DIMENSION_WORDS: Readonly<Record<Lean['dimension'], string>> = {
  category: 'Category',
  brand: 'House',
  colour: 'Colour',
  style: 'Kind of piece',
  material: 'Cloth',
  price: 'Price',
}

/** What an answer can stand for. */
export const EFFECT_WORDS = { ...DIMENSION_WORDS, piece: 'Piece' } as const

const PRICES: Readonly<Record<string, string>> = { 1: 'lowest quarter', 2: 'second', 3: 'third', 4: 'highest quarter' }

/** A value as it is read: `loose-trousers` is `loose trousers`. */
export const valueWords = (dimension: Lean['dimension'], value: string): string =>
  dimension === 'price' ? (PRICES[value] ?? value) : value.replaceAll('-', ' ')

/** What an answer stands for. */
export const effectWords = ({ leans, pieces = [] }: Pick<PollResult['options'][number], 'leans' | 'pieces'>): string =>
  [
    ...leans.map(
      ({ dimension, value }) => `${DIMENSION_WORDS[dimension].toLowerCase()}: ${valueWords(dimension, value)}`,
    ),
    ...pieces.map((slug) => `piece: ${slug.replaceAll('-', ' ')}`),
  ].join(', ')

export const voteWords = (votes: number): string =>
  votes === 0 ? 'Nobody has answered yet' : votes === 1 ? '1 answer' : `${votes.toLocaleString('en')} answers`

/** When it is put to shoppers. */
export const timeWords = ({ startsAtMs, endsAtMs }: Pick<PollResult, 'startsAtMs' | 'endsAtMs'>): string => {
  if (startsAtMs === undefined && endsAtMs === undefined) return 'until it is closed'
  const from = startsAtMs === undefined ? '' : `from ${plannedMoment(startsAtMs)}`
  const to = endsAtMs === undefined ? '' : `until ${plannedMoment(endsAtMs)}`
  return [from, to].filter(Boolean).join(' ')
}
