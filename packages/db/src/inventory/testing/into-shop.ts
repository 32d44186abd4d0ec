import type { StockCommand } from '@selvedge/core'
import { variantOf } from './insert-shops'

/** A UUID of the pattern, told apart by shop and by how far the story has come. */
const idIn = (id: string, shop: number, chapter: number): string =>
  `${shop.toString(16).padStart(8, '0')}-${chapter.toString(16).padStart(4, '0')}${id.slice(13)}`

const recordIn = (recordId: number, shop: number): number =>
  variantOf(shop, Math.floor(recordId / 10)) * 10 + (recordId % 10)

const field = (name: string, value: unknown, shop: number, chapter: number): unknown => {
  if (Array.isArray(value)) return value.map((item) => inShop(item, shop, chapter))
  if (name === 'variantId') return variantOf(shop, Number(value))
  if (name.toLowerCase().endsWith('recordid')) return recordIn(Number(value), shop)
  if (name === 'cartId') return idIn(String(value), shop, 0)
  if (name === 'reservationId' || name === 'replaces') return idIn(String(value), shop, chapter)
  if (name === 'shopperId' || name === 'addressKey') return `${String(value)}-${shop}`
  if (name === 'receivedAtMs' && value instanceof Map)
    return new Map([...value].map(([recordId, ms]) => [recordIn(recordId, shop), ms]))
  return inShop(value, shop, chapter)
}

const inShop = (value: unknown, shop: number, chapter: number): unknown =>
  value === null || typeof value !== 'object' || value instanceof Date || value instanceof Map
    ? value
    : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, field(name, inner, shop, chapter)]))

/** A command of the little shop as it reads in shop number `shop`; `chapter` gives its reservations new names. */
export const intoShop = (command: StockCommand, shop: number, chapter: number): StockCommand =>
  // The shape is untouched: only ids are exchanged for ids.
  inShop(command, shop, chapter) as StockCommand
