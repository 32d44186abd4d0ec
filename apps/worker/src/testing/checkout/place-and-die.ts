import { placeOrderSchema } from '@selvedge/core'
import { z } from 'zod'
import { openShop, origin, type Shop } from './open-shop'
import { inTrouble, TROUBLES } from './troubles'

/** A web process of its own: places one order and is gone, without a last word, at the given moment. */
const { url, cartId, variantId, order, step, moment, trouble } = z
  .object({
    url: z.string(),
    cartId: z.string(),
    variantId: z.int(),
    order: placeOrderSchema,
    step: z.string(),
    moment: z.enum(['before', 'after']),
    trouble: z.enum(TROUBLES),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))

const shop: Shop = openShop(url, {
  poolMax: 3,
  settings: { leaseMs: 400 },
  onStep: (at, when) => {
    if (at === step && when === moment) process.kill(process.pid, 'SIGKILL')
  },
  payments: (bank) => inTrouble(bank, trouble, () => ({ pool: shop.pool, stock: shop.stock, cartId, variantId })),
})
await shop.checkout.place({ cartId, origin }, order)
// Reached only when the moment never came: the test counts on the signal.
process.exit(3)
