import { type PricedBag, quoteBag } from '@selvedge/core'
import type { PoolClient } from 'pg'
import type { GeneratedCustomer } from '../generate/customers'
import type { OpenOrderStory } from '../generate/open-order-stories'
import { TAX_RATE_BP } from '../generate/orders'
import { type Random, randomFrom } from '../generate/random'
import { CURRENCY } from './write-products'

/** A size with pieces to spare at a place, as an order line names it. */
type Spare = {
  record_id: number
  location_id: number
  variant_id: number
  product_id: number
  sku: string
  title: string
  brand: string
  colour: string
  size: string
  picture_key: string
  price_minor: number
}

export type OpenLine = Spare & { readonly lineNo: number; readonly quantity: number; readonly holdId: string }
export type OpenOrder = {
  readonly story: OpenOrderStory
  readonly orderId: string
  readonly cartId: string
  readonly paymentId: string
  readonly parcelId: string
  readonly customer: GeneratedCustomer
  readonly placedAt: Date
  readonly lines: readonly OpenLine[]
  readonly priced: PricedBag
}

/** Looked for where a few pieces fewer change no story of the shop's stock. */
const SPARE_UNITS = 8
const SPARE_RECORDS = 200
const HOUR_MS = 3_600_000

/** The open orders of a demo shop: pieces that are there, more of the well liked ones; a story without any is left out. */
export async function drawOpenOrders(
  client: PoolClient,
  stories: readonly OpenOrderStory[],
  { seed, today, customers }: { seed: number; today: Date; customers: readonly GeneratedCustomer[] },
): Promise<readonly OpenOrder[]> {
  const random = randomFrom(seed, 'open-orders')
  const spare = new Map<number, Spare[]>()
  for (const { id } of new Set(stories.flatMap(({ lines }) => lines.map(({ from }) => from))))
    spare.set(id, random.shuffle(await findSpare(client, id)))
  const taken = new Set<number>()
  const take = (locationId: number): Spare | undefined => {
    const found = spare.get(locationId)?.find(({ variant_id }) => !taken.has(variant_id))
    if (found) taken.add(found.variant_id)
    return found
  }
  return stories.flatMap((story): OpenOrder[] => {
    const lines = story.lines.flatMap(({ from, units }, nth): OpenLine[] => {
      const found = take(from.id)
      return found ? [{ ...found, lineNo: nth + 1, quantity: units, holdId: random.uuid() }] : []
    })
    if (lines.length < story.lines.length) return []
    return [{ story, lines, ...placing(story, { random, today, customers }), priced: priceOf(story, lines) }]
  })
}

const placing = (
  { hoursAgo }: OpenOrderStory,
  { random, today, customers }: { random: Random; today: Date; customers: readonly GeneratedCustomer[] },
) => ({
  orderId: random.uuid(),
  cartId: random.uuid(),
  paymentId: random.uuid(),
  parcelId: random.uuid(),
  customer: random.pick(customers),
  placedAt: new Date(today.getTime() - hoursAgo * HOUR_MS + random.int(0, HOUR_MS / 2)),
})

const priceOf = ({ method }: OpenOrderStory, lines: readonly OpenLine[]): PricedBag =>
  quoteBag({
    lines: lines.map(({ sku, quantity, price_minor }) => ({ sku, quantity, unitPriceMinor: price_minor })),
    currency: CURRENCY,
    taxRateBp: TAX_RATE_BP,
    shippingMethod: method,
  })

async function findSpare(client: PoolClient, locationId: number): Promise<Spare[]> {
  const { rows } = await client.query<Spare>(
    `SELECT l.record_id, l.location_id, v.id AS variant_id, p.id AS product_id, v.sku, p.title, b.name AS brand, v.colour, v.size,
      v.price_minor, coalesce(m.picture_key, '') AS picture_key
    FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id JOIN brand b ON b.id = p.brand_id
    LEFT JOIN LATERAL (SELECT picture_key FROM media WHERE product_id = p.id AND colour = v.colour AND view = 'front' LIMIT 1) m ON true
    WHERE l.location_id = $1 AND p.status = 'active' AND l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock >= $2
    ORDER BY p.popularity DESC, v.id LIMIT $3`,
    [locationId, SPARE_UNITS, SPARE_RECORDS],
  )
  return rows
}
