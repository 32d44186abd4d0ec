import type { BagLineRecord, BagRecord, ReservationState, Unheld } from '@selvedge/core'
import type pg from 'pg'

type Row = {
  cart_id: string
  version: number
  currency: string
  now: Date
  checkout_order_id: string | null
  line_id: string | null
  variant_id: number
  product_id: number
  sku: string
  slug: string
  title: string
  brand: string
  colour: string
  size: string
  picture_key: string | null
  quantity: number
  price_minor: number
  compare_at_minor: number | null
  not_sold_in: string[] | null
  hold_id: string | null
  unheld: Unheld | null
  allow_future: boolean | null
  hold_state: ReservationState | null
  hold_expires_at: Date | null
  hold_extensions: number | null
}

/** The option's label as the shop shows it; the stored value where an option has no such entry. */
const label = (kind: string, column: string): string =>
  `coalesce((SELECT jsonb_path_query_first(o.values, '$[*] ? (@.value == $v).label', jsonb_build_object('v', ${column})) #>> '{}'
    FROM product_option o WHERE o.product_id = p.id AND o.kind = '${kind}'), ${column})`

/**
 * One statement for whole bags: lines, catalogue, reservations and the database's clock agree with each other. Each bag is
 * looked up by key (OFFSET 0 keeps it so): right for one as for many, on tables of any size.
 */
const READ_BAGS = {
  name: 'bags-read',
  text: `SELECT bag.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (SELECT c.id AS cart_id, c.version, c.currency, clock_timestamp() AS now,
    (SELECT o.id FROM orders o WHERE o.cart_id = c.id AND o.state IN ('placing', 'payment_pending')) AS checkout_order_id,
    l.line_id, v.id AS variant_id, p.id AS product_id, v.sku, p.slug, p.title, b.name AS brand,
    ${label('colour', 'v.colour')} AS colour, ${label('size', 'v.size')} AS size,
    m.picture_key, l.quantity, v.price_minor, v.compare_at_minor, b.not_sold_in, l.hold_id, l.unheld, l.allow_future,
    r.state AS hold_state, r.expires_at AS hold_expires_at, r.extensions AS hold_extensions
  FROM cart c
  LEFT JOIN cart_line l ON l.cart_id = c.id
  LEFT JOIN variant v ON v.id = l.variant_id
  LEFT JOIN product p ON p.id = v.product_id
  LEFT JOIN brand b ON b.id = p.brand_id
  LEFT JOIN media m ON m.product_id = p.id AND m.colour = v.colour AND m.view = 'front'
  LEFT JOIN LATERAL (SELECT part.state, part.expires_at, part.extensions FROM reservation part
    WHERE part.cart_id = c.id AND part.id = l.hold_id ORDER BY part.expires_at LIMIT 1) r ON true
  WHERE c.id = asked.id AND c.state = 'open'
  ORDER BY l.added_at, l.line_id OFFSET 0) bag`,
}

/** The open bags of these ids as they are, by id; also inside a transaction that has locked them. */
export const readBags = async (
  client: pg.Pool | pg.PoolClient,
  cartIds: readonly string[],
): Promise<ReadonlyMap<string, BagRecord>> => {
  const { rows } = await client.query<Row>({ ...READ_BAGS, values: [[...new Set(cartIds)]] })
  const rowsOf = new Map<string, Row[]>()
  for (const row of rows) rowsOf.set(row.cart_id, [...(rowsOf.get(row.cart_id) ?? []), row])
  return new Map([...rowsOf].flatMap(([cartId, own]) => toBag(cartId, own)))
}

/** The open bag of this id; see `readBags`. */
export const readBag = async (client: pg.Pool | pg.PoolClient, cartId: string): Promise<BagRecord | undefined> =>
  (await readBags(client, [cartId])).get(cartId)

const toBag = (cartId: string, rows: readonly Row[]): [string, BagRecord][] => {
  const first = rows[0]
  if (!first) return []
  const bag: BagRecord = {
    cartId,
    currency: first.currency,
    version: first.version,
    now: first.now,
    lines: rows.flatMap(toLine),
    ...(first.checkout_order_id === null ? {} : { checkoutOrderId: first.checkout_order_id }),
  }
  return [[cartId, bag]]
}

const toLine = (row: Row): BagLineRecord[] => {
  if (row.line_id === null) return []
  const { hold_state: state, hold_expires_at: expiresAt, hold_extensions: extensions } = row
  return [
    {
      lineId: row.line_id,
      variantId: row.variant_id,
      productId: row.product_id,
      sku: row.sku,
      slug: row.slug,
      title: row.title,
      brand: row.brand,
      colour: row.colour,
      size: row.size,
      pictureKey: row.picture_key ?? '',
      quantity: row.quantity,
      unitPriceMinor: row.price_minor,
      ...(row.compare_at_minor === null ? {} : { compareAtMinor: row.compare_at_minor }),
      ...(row.not_sold_in?.length ? { notSoldIn: row.not_sold_in } : {}),
      ...(row.hold_id === null ? {} : { holdId: row.hold_id }),
      ...(row.unheld === null ? {} : { unheld: row.unheld }),
      ...(row.allow_future ? { allowFuture: true } : {}),
      ...(state === null || expiresAt === null || extensions === null
        ? {}
        : { hold: { state, expiresAt, extensions } }),
    },
  ]
}
