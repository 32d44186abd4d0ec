import { randomUUID } from 'node:crypto'
import type { PaymentProvider } from '@selvedge/core'
import type { Shop } from './open-shop'

/** What goes wrong while an order is being paid for. */
export const TROUBLES = ['none', 'declined', 'capture-refused', 'hold-ends', 'hold-ends-and-units-go'] as const
export type Trouble = (typeof TROUBLES)[number]

type World = Pick<Shop, 'pool' | 'stock'> & { readonly cartId: string; readonly variantId: number }

/** Lets the cart's holds be past their expiry, as if the bank had taken longer than the hold lasts. */
export const endHolds = async ({ pool, cartId }: Pick<World, 'pool' | 'cartId'>): Promise<void> => {
  await pool.query(
    `UPDATE reservation SET expires_at = clock_timestamp() - interval '1 second' WHERE cart_id = $1 AND state = 'held'`,
    [cartId],
  )
}

/** Another shopper takes everything there is. */
export const takeAll = async ({ stock, variantId }: World, units: number): Promise<void> => {
  const taken = await stock.execute({
    kind: 'hold',
    purpose: 'checkout',
    holder: { cartId: randomUUID() },
    policy: {
      ttlMs: 600_000,
      extensionMs: 0,
      maxExtensions: 0,
      paymentGraceMs: 300_000,
      maxUnitsPerSku: 1_000,
      maxLines: 10,
      holderSharePerMille: 1_000,
      heatPerMille: 1_000,
      heatFloorUnits: 1_000,
    },
    origin: { actor: 'test', correlationId: 'test' },
    lines: [{ reservationId: randomUUID(), variantId, units }],
  })
  if (!taken.ok) throw new Error(`not taken: ${taken.error.code}`)
}

/** The sandbox bank on a bad day. */
export const inTrouble = (bank: PaymentProvider, trouble: Trouble, world: () => World): PaymentProvider => ({
  ...bank,
  authorise: async (input) => {
    const answer = await bank.authorise(input)
    if (trouble === 'hold-ends' || trouble === 'hold-ends-and-units-go') await endHolds(world())
    if (trouble === 'hold-ends-and-units-go') await takeAll(world(), 2)
    return answer
  },
  capture: async (input) =>
    trouble === 'capture-refused'
      ? { state: 'declined', ref: 'refused', declineCode: 'capture_refused' }
      : await bank.capture(input),
})
