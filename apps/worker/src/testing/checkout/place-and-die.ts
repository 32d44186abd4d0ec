import { placeOrderSchema } from '@selvedge/core'
import { z } from 'zod'
import { openShop, origin, type Shop } from './open-shop'
import { inTrouble, TROUBLES } from './troubles'

/** An order, and where it stands as its process dies. */
const deathSchema = z.object({
  cartId: z.string(),
  variantId: z.int(),
  order: placeOrderSchema,
  step: z.string(),
  moment: z.enum(['before', 'after']),
  trouble: z.enum(TROUBLES),
})
type Death = z.infer<typeof deathSchema>
const workSchema = z.object({ url: z.string(), deaths: z.array(deathSchema) })
export type WorkBeforeDeath = z.infer<typeof workSchema>

const { url, deaths } = workSchema.parse(JSON.parse(process.argv[2] ?? ''))
const never = new Promise<never>(() => undefined)

/** The order that moves; those before it stand where they will die. */
let moving: (Death & { stands(): void }) | undefined
const itsOwn = (): Death & { stands(): void } => {
  if (moving === undefined) throw new Error('no order moves')
  return moving
}

const shop: Shop = openShop(url, {
  poolMax: 3,
  settings: { leaseMs: 400 },
  onStep: async (at, when) => {
    const { step, moment, stands } = itsOwn()
    if (at !== step || when !== moment) return
    stands()
    await never
  },
  payments: (bank) => {
    const asItGoes = () => inTrouble(bank, itsOwn().trouble, () => ({ ...shop, ...itsOwn() }))
    return {
      ...bank,
      authorise: (input) => asItGoes().authorise(input),
      capture: (input) => asItGoes().capture(input),
    }
  },
})

/** Places an order and leaves it at its moment; throws when it comes to its end without having stood there. */
const placeUpTo = async ({ cartId, order, ...death }: Death): Promise<void> => {
  const stood = new Promise<void>((resolve) => {
    moving = { ...death, cartId, order, stands: resolve }
  })
  const ended = shop.checkout.place({ cartId, origin }, order).then(() => {
    throw new Error(`an order has ended and never stood ${death.moment} ${death.step} (${death.trouble})`)
  })
  await Promise.race([stood, ended])
}

// A web process of its own: when all its orders stand at their moments it is gone, without a last word.
for (const death of deaths) await placeUpTo(death)
process.kill(process.pid, 'SIGKILL')
