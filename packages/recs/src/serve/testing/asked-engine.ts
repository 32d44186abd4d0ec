import { createEngine } from '../recommend'
import { drawShop, NOW_MS } from './drawn-shop'

export const SIZE = 400
/** The engine of a drawn shop, and what it is asked where a test says nothing else. */
export const state = drawShop(SIZE, 5)
export const engine = createEngine(state)
export const ask = { placement: 'for-you', length: 24, nowMs: NOW_MS, seed: 1 } as const

export const idsOf = (items: readonly { productId: number }[]): readonly number[] =>
  items.map(({ productId }) => productId)
