import { randomUUID } from 'node:crypto'
import { answerOf, createHttpClient, type HttpAnswer } from '../harness/http-client'

/** What the shop has acknowledged to somebody, and therefore must still know after any crash. */
export type Acknowledged = {
  readonly holds: Map<string, { readonly expiresAtMs: number }>
  readonly orders: Set<string>
}

const ADDRESS = { name: 'Storm Buyer', line1: 'Weversstraat 1', city: 'Rotterdam', postcode: '3011 AB', country: 'NL' }
const PAUSE_AFTER_FAULT_MS = 50
const BUYERS_PER_CENT = 15

type Bag = { lines: { hold: { state: string; expiresAtMs?: number } }[] }

/**
 * Guests who put pieces into bags, some of whom buy, for as long as they are told to. They write down only what was
 * acknowledged to them; a call that fails in a storm promised nothing.
 */
export const createShoppers = (
  address: string,
  options: { guests: number; skus: readonly string[]; random: () => number },
) => {
  const acknowledged: Acknowledged = { holds: new Map(), orders: new Set() }
  let client = createHttpClient(address, options.guests)
  let shopping = false
  let faults = 0

  const visit = async (): Promise<void> => {
    const sku = options.skus[Math.floor(options.random() * options.skus.length)] ?? ''
    const requestId = randomUUID()
    const added = await client.mutate('shop.bag.add', { requestId, sku, quantity: 1 })
    if (added.status !== 200) return refused(added)
    const hold = answerOf<Bag>(added).lines[0]?.hold
    if (hold?.state !== 'held' || hold.expiresAtMs === undefined) return
    acknowledged.holds.set(requestId, { expiresAtMs: hold.expiresAtMs })
    if (options.random() * 100 < BUYERS_PER_CENT) await buy(cookieOf(added))
  }

  const buy = async (cookie: string): Promise<void> => {
    const quoted = await client.query('shop.checkout.quote', { shippingMethod: 'standard' }, cookie)
    if (quoted.status !== 200) return refused(quoted)
    const orderId = randomUUID()
    const placed = await client.mutate(
      'shop.checkout.place',
      {
        orderId,
        email: 'storm@selvedge.example',
        address: ADDRESS,
        shippingMethod: 'standard',
        paymentMethod: 'card-approve',
        expectedTotalMinor: answerOf<{ totalMinor: number }>(quoted).totalMinor,
      },
      cookie,
    )
    if (placed.status !== 200) return refused(placed)
    const answer = answerOf<{ order?: { state: string }; state?: string }>(placed)
    if ((answer.order?.state ?? answer.state) === 'confirmed') acknowledged.orders.add(orderId)
  }

  // A rejection is an answer of a shop that works; anything past 499 is the storm.
  const refused = ({ status }: HttpAnswer): void => {
    if (status >= 500) faults += 1
  }

  const guest = async (): Promise<void> => {
    while (shopping) {
      await visit().catch(async () => {
        faults += 1
        await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_FAULT_MS))
      })
    }
  }

  let guests: Promise<unknown> = Promise.resolve()
  return {
    acknowledged,
    /** Calls that came to nothing so far. */
    faults: () => faults,
    start: (): void => {
      shopping = true
      guests = Promise.all(Array.from({ length: options.guests }, guest))
    },
    stop: async (): Promise<void> => {
      shopping = false
      await guests
      client.close()
      client = createHttpClient(address, options.guests)
    },
  }
}

const cookieOf = ({ cookies }: HttpAnswer): string => cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ')
