import { addDays, type Day } from '@selvedge/core'
import type { PoolClient } from 'pg'
import { LOCATIONS } from '../generate/locations'
import { type Random, randomFrom } from '../generate/random'
import { SUPPLIERS, SUPPLY_STORIES, type SupplyStory } from '../generate/suppliers'
import { appendEntries, type LaterEntry } from './append-entries'
import { noonOf } from './noon-of'
import { openBackorders } from './open-backorders'
import { findSoldOut, type OrderedLine, type SoldOut } from './sold-out-styles'
import { writeShipment } from './write-shipment'

type Writing = {
  readonly seed: number
  readonly today: Date
  readonly correlationId: string
  /** What makers are paid for one, by product. */
  readonly costs: readonly { readonly productId: number; readonly costMinor: number }[]
}

const ACTOR = 'system:seed'
const BACKORDERED_STYLES = 6

/**
 * What is ordered and on its way when the demo shop opens, all of it for sizes that nobody can buy now: sold ahead where
 * the shipment is open for it. Answers the ledger entries.
 */
export async function writeSupply(client: PoolClient, { seed, today, correlationId, costs }: Writing): Promise<number> {
  const random = randomFrom(seed, 'supply')
  const supplierIds = await writeSuppliers(client)
  const day = today.toISOString().slice(0, 10)
  const entries: LaterEntry[] = []
  const stylesAt = new Map<number, (readonly SoldOut[])[]>()
  for (const { id } of [LOCATIONS.rotterdam, LOCATIONS.leipzig]) {
    const taken = [...stylesAt.values()].flat(2).map((one) => one.variantId)
    stylesAt.set(id, await findSoldOut(client, id, taken))
  }
  for (const story of SUPPLY_STORIES) {
    const lines = draw(stylesAt.get(story.to.id)?.splice(0, story.styles) ?? [], random)
    const supplierId = supplierIds.get(story.from.code)
    if (lines.length === 0 || supplierId === undefined) continue
    const purchaseOrderId = await writePurchaseOrder(client, { story, supplierId, lines, day })
    if (story.shipment)
      entries.push(
        ...(await writeShipment(client, {
          shipment: story.shipment,
          at: story.to,
          supplierId,
          purchaseOrderId,
          lines,
          day,
          correlationId,
          random,
        })),
      )
  }
  await writeSources(client, costs)
  const waiting = stylesAt.get(LOCATIONS.rotterdam.id)?.splice(0, BACKORDERED_STYLES) ?? []
  entries.push(...(await openBackorders(client, waiting.flat(), { at: noonOf(addDays(day, -8)), random })))
  return await appendEntries(client, entries, correlationId)
}

/** By code. */
async function writeSuppliers(client: PoolClient): Promise<ReadonlyMap<string, number>> {
  const suppliers = Object.values(SUPPLIERS)
  const { rows } = await client.query<{ id: number; code: string }>(
    `INSERT INTO supplier (code, name, email, country, lead_days)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[]) RETURNING id, code`,
    [
      suppliers.map((one) => one.code),
      suppliers.map((one) => one.name),
      suppliers.map((one) => one.email),
      suppliers.map((one) => one.country),
      suppliers.map((one) => one.leadDays),
    ],
  )
  return new Map(rows.map((row) => [row.code, row.id]))
}

/** Whom each style is bought from and for how much: who was asked for it already, else one maker a house; packs as its kind is sold. */
async function writeSources(client: PoolClient, costs: Writing['costs']): Promise<void> {
  await client.query(
    `INSERT INTO product_source (product_id, supplier_id, pack_units, cost_minor)
    SELECT p.id, coalesce(asked.supplier_id, 1 + p.brand_id % (SELECT count(*)::int FROM supplier)),
      CASE p.category WHEN 'outerwear' THEN 2 WHEN 'shoes' THEN 2 WHEN 'accessories' THEN 6 ELSE 4 END, paid.cost_minor
    FROM product p LEFT JOIN unnest($1::int[], $2::int[]) AS paid(product_id, cost_minor) ON paid.product_id = p.id LEFT JOIN (SELECT v.product_id, min(o.supplier_id) AS supplier_id FROM purchase_order_line l
      JOIN purchase_order o ON o.id = l.purchase_order_id JOIN variant v ON v.id = l.variant_id GROUP BY 1) asked ON asked.product_id = p.id`,
    [costs.map(({ productId }) => productId), costs.map(({ costMinor }) => costMinor)],
  )
}

const draw = (styles: readonly (readonly SoldOut[])[], random: Random): readonly OrderedLine[] =>
  styles.flatMap((sizes) => sizes.slice(0, 4).map((size) => ({ ...size, units: random.int(3, 9) * 2 })))

async function writePurchaseOrder(
  client: PoolClient,
  {
    story,
    supplierId,
    lines,
    day,
  }: { story: SupplyStory; supplierId: number; lines: readonly OrderedLine[]; day: Day },
): Promise<number> {
  const writtenAt = noonOf(addDays(day, story.orderedOn))
  const state = story.isDraft ? 'draft' : story.shipment?.partlyReceivedOn === undefined ? 'sent' : 'part_received'
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO purchase_order (number, supplier_id, location_id, state, created_by, created_at, sent_at)
    VALUES ('PO-' || nextval('purchase_order_number'), $1, $2, $3, $4, $5, $6) RETURNING id`,
    [supplierId, story.to.id, state, ACTOR, writtenAt, story.isDraft ? null : writtenAt],
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('the purchase order was not written')
  await client.query(
    `INSERT INTO purchase_order_line (purchase_order_id, line_no, variant_id, ordered)
    SELECT $1, nth, variant_id, ordered FROM unnest($2::int[], $3::int[]) WITH ORDINALITY AS l(variant_id, ordered, nth)`,
    [id, lines.map((line) => line.variantId), lines.map((line) => line.units)],
  )
  return id
}
