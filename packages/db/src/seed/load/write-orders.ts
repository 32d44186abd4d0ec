import { sizeRunOf } from '@selvedge/core'
import type { PoolClient } from 'pg'
import type { GeneratedOrder, GeneratedOrderLine } from '../generate/orders'
import { TAX_RATE_BP } from '../generate/orders'
import { type Random, randomFrom } from '../generate/random'
import { copyRows } from './copy-rows'
import { timelineOf } from './order-timeline'
import { CURRENCY, type NumberedProduct } from './write-products'

type Writing = { seed: number; correlationId: string; productById: (productId: number) => NumberedProduct }

/** Writes past orders with lines, payments and timelines. */
export async function writeOrders(
  client: PoolClient,
  orders: readonly GeneratedOrder[],
  writing: Writing,
): Promise<void> {
  const { correlationId } = writing
  await copyRows(
    client,
    'orders',
    `id number user_id email state currency prices_include_tax subtotal_minor discount_minor shipping_minor
     shipping_tax_rate_bp shipping_tax_minor tax_minor total_minor shipping_method address request_hash correlation_id
     placed_at`.split(/\s+/),
    orders.map((o) => [
      o.id,
      o.number,
      o.customer.createdAt <= o.placedAt ? o.customer.id : undefined, // before the account: as a guest
      o.customer.email,
      o.state,
      CURRENCY,
      true,
      o.subtotalMinor,
      0,
      o.shippingMinor,
      TAX_RATE_BP,
      o.shippingTaxMinor,
      o.taxMinor,
      o.totalMinor,
      o.shippingMethod,
      o.customer.address,
      `seed:${o.number}`,
      correlationId,
      o.placedAt,
    ]),
  )
  await copyRows(
    client,
    'order_line',
    `order_id line_no variant_id product_id sku title brand colour size picture_key quantity unit_price_minor tax_rate_bp
     tax_minor total_minor`.split(/\s+/),
    orders.flatMap((order) => order.lines.map((line, nth) => lineRow(order, line, { ...writing, lineNo: nth + 1 }))),
  )
  await copyRows(
    client,
    'payment',
    'id order_id provider idempotency_key state amount_minor currency method_token provider_ref created_at updated_at'.split(
      ' ',
    ),
    orders.map((o) => [
      o.paymentId,
      o.id,
      'sandbox',
      `seed:${o.id}`,
      o.state === 'cancelled' ? 'refunded' : 'captured',
      o.totalMinor,
      CURRENCY,
      o.cardToken,
      `past-${o.number}`,
      o.placedAt,
      o.placedAt,
    ]),
  )
  await copyRows(
    client,
    'order_event',
    ['order_id', 'seq', 'type', 'facts', 'actor', 'correlation_id', 'at'],
    orders.flatMap((order) =>
      timelineOf(order).map(({ type, at }, nth) => [order.id, nth + 1, type, {}, 'system:seed', correlationId, at]),
    ),
  )
}

type Line = Writing & { lineNo: number }

function lineRow(order: GeneratedOrder, line: GeneratedOrderLine, { seed, productById, lineNo }: Line) {
  const product = productById(line.productId)
  const variant = chooseVariant(product, randomFrom(seed, 'line', order.id, lineNo))
  const nth = product.variants.indexOf(variant)
  const picture = product.media.find((media) => media.colour === variant.colour && media.view === 'front')
  return [
    order.id,
    lineNo,
    product.firstVariantId + nth,
    product.productId,
    variant.sku,
    product.title,
    product.brandName,
    variant.colour,
    variant.size.code,
    picture?.pictureKey ?? '',
    line.quantity,
    line.unitPriceMinor,
    TAX_RATE_BP,
    line.taxMinor,
    line.totalMinor,
  ]
}

/** The leading colour more often than the rest, sizes by the garment's curve. */
function chooseVariant(product: NumberedProduct, random: Random) {
  const run = sizeRunOf(product.garment, product.department)
  return random.weighted(product.variants, ({ colour, size }) => {
    const sizeWeight = run?.weights[run.sizes.indexOf(size)] ?? 0
    return sizeWeight / (product.colours.indexOf(colour) + 1.2)
  })
}
