import type { Pool, PoolClient } from 'pg'
import { BRANDS } from './generate/brands/all-brands'
import { generateCustomers } from './generate/customers'
import { generateOrders } from './generate/orders'
import { type PlannedProduct, planCatalogue } from './generate/plan'
import type { OptionGrid } from './generate/product'
import { generateProduct } from './generate/product'
import type { ProductSketch } from './generate/sketch'
import { loadCatalogue } from './load/load-catalogue'
import { writeBehaviour } from './load/write-behaviour'
import { writeCollections } from './load/write-collections'
import { writeHouse } from './load/write-house'
import { writeLevers } from './load/write-levers'
import { writeMovement } from './load/write-movement'
import { writeOpenOrders } from './load/write-open-orders'
import { writeOrders } from './load/write-orders'
import { writeCustomers, writeDemoLogins } from './load/write-people'
import type { NumberedProduct } from './load/write-products'
import { writeReturns, writeSandboxBooks } from './load/write-returns'
import { writeSupply } from './load/write-supply'
import type { SeedProgress } from './seed-progress'

export type SeedOptions = {
  readonly products: number
  readonly seed: number
  /** The day the shop's past ends, midnight UTC; today when absent. */
  readonly today?: Date
  readonly onProgress?: (progress: SeedProgress) => void
  readonly grid?: OptionGrid
}
export type SeedCounts = {
  readonly brands: number
  readonly products: number
  readonly skus: number
  readonly records: number
  readonly ledgerEntries: number
  readonly collections: number
  readonly customers: number
  readonly orders: number
  readonly signals: number
}

const CUSTOMERS = 400
const ORDERS = 4_000
const DAY_MS = 86_400_000

/**
 * Fills an empty, migrated database with a shop: catalogue, stock through the ledger, customers, a year of orders and the
 * demo accounts, all in one transaction. The same `products`, `seed` and `today` give the same shop. The outbox stays
 * empty: whoever keeps an index or a projection rebuilds it from the tables. A database that has products is a fault.
 */
export async function seedDatabase(pool: Pool, options: SeedOptions): Promise<SeedCounts> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // A hundred thousand products take longer than any request may.
    await client.query('SET LOCAL statement_timeout = 0')
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
    await client.query('SET LOCAL synchronous_commit = off')
    const counts = await fill(client, options)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    client.release()
    return counts
  } catch (fault) {
    client.release(true) // a closed connection rolls back, also when it is the connection that broke
    throw fault
  }
}

async function fill(client: PoolClient, options: SeedOptions): Promise<SeedCounts> {
  if (await hasProducts(client)) throw new Error('The database already holds a shop: it is not seeded again.')
  const { seed, onProgress = () => undefined } = options
  const today = options.today ?? new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS)
  const correlationId = `seed-${seed}`
  const plan = planCatalogue(options.products, seed)

  await writeHouse(client)
  const catalogue = await loadCatalogue(client, { plan, seed, today, correlationId, onProgress, grid: options.grid })
  const productById = redrawn(plan, catalogue.sketches, { seed, today })
  const collections = await writeCollections(
    client,
    catalogue.sketches,
    (hero) => hero && productById(hero.productId).media[0]?.pictureKey,
  )

  const customers = generateCustomers(Math.min(CUSTOMERS, options.products * 5), { seed, today })
  const demoShopper = customers[Math.floor(customers.length / 2)]
  if (!demoShopper) throw new RangeError('a shop without customers')
  await writeCustomers(
    client,
    customers.filter((customer) => customer !== demoShopper),
  )
  await writeDemoLogins(client, { shopperId: demoShopper.id, at: demoShopper.createdAt })

  const count = Math.min(ORDERS, options.products * 10)
  const orders = [...generateOrders({ count, seed, today, products: catalogue.sketches, customers })]
  await writeOrders(client, orders, { seed, correlationId, productById })
  onProgress({ step: 'orders', done: orders.length, of: orders.length })
  await writeSandboxBooks(client)
  await writeReturns(client, { seed, today, correlationId })
  const signals = await writeBehaviour(client, {
    products: options.products,
    today,
    demoShopperId: demoShopper.id,
  })
  onProgress({ step: 'signals', done: signals, of: signals })
  await writeLevers(client, today)
  await moveSequences(client)
  const moved = await writeMovement(client, { seed, today, correlationId })
  const supplied = await writeSupply(client, { seed, today, correlationId, costs: catalogue.sketches })
  const open = await writeOpenOrders(client, { seed, today, correlationId, customers })
  const ledgerEntries = catalogue.counts.ledgerEntries + moved + supplied + open.entries
  return {
    brands: BRANDS.length,
    ...catalogue.counts,
    ledgerEntries,
    collections,
    customers: customers.length,
    orders: orders.length + open.orders,
    signals,
  }
}

/** Whether there is a catalogue already. */
export async function hasProducts(client: Pool | PoolClient): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM product LIMIT 1')
  return rowCount === 1
}

/** Draws a product a second time instead of keeping a hundred thousand; those that orders ask for are kept. */
function redrawn(
  plan: readonly PlannedProduct[],
  sketches: readonly ProductSketch[],
  options: { seed: number; today: Date },
): (productId: number) => NumberedProduct {
  const known = new Map<number, NumberedProduct>()
  return (productId) => {
    const kept = known.get(productId)
    if (kept) return kept
    const [planned, sketch] = [plan[productId - 1], sketches[productId - 1]]
    if (!planned || !sketch) throw new RangeError(`no product ${productId}`)
    const { firstVariantId } = sketch
    const product = { ...generateProduct(planned, options), productId, firstVariantId }
    known.set(productId, product)
    return product
  }
}

/** Rows came with ids of their own: the sequences go on behind them. */
async function moveSequences(client: PoolClient): Promise<void> {
  for (const table of ['brand', 'product', 'variant', 'collection', 'location', 'inventory_record', 'return_request']) {
    await client.query(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`)
  }
}
