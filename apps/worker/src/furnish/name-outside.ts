import { randomBytes, randomUUID } from 'node:crypto'
import { createSourceDesk, type Origin, type SecretBox } from '@selvedge/core'
import { type createPool, createStockEngine, createSyncStore, createWebhookStore } from '@selvedge/db'

const DAY_MINUTES = 24 * 60

/** Shops send their tills' sales every evening, the makers their sheet on Mondays. */
const SOURCES = [
  { name: 'Till of the Amsterdam shop', location: 'AMS', expectedEveryMinutes: DAY_MINUTES },
  { name: 'Till of the Copenhagen shop', location: 'CPH', expectedEveryMinutes: DAY_MINUTES },
  { name: 'Sheet of the Porto makers', location: 'OPO', expectedEveryMinutes: 7 * DAY_MINUTES },
] as const

/** Nobody listens there: it is switched off until somebody has put a receiver of their own. */
const RECEIVER = { name: 'Warehouse system, Rotterdam', url: 'http://127.0.0.1:9/stock', location: 'RTM' } as const

type Boxes = { readonly sources: SecretBox; readonly webhooks: SecretBox }

/**
 * Names the systems outside of a seeded shop, so that their rooms show what they are for: two tills, a supplier's feed and
 * a receiver that is switched off. Their secrets are made here and kept by nobody: whoever wants to send makes a new one.
 * A shop that knows any system already is left as it is. Answers how many were named.
 */
export const nameOutside = async (
  pool: ReturnType<typeof createPool>,
  boxes: Boxes,
  origin: Origin,
): Promise<number> => {
  const engine = createStockEngine({ pool })
  try {
    const store = createSyncStore({ pool, engine })
    const webhooks = createWebhookStore({ pool })
    const known = [...(await store.sources()), ...(await webhooks.endpoints())]
    if (known.length > 0) return 0
    const newSecret = (): string => randomBytes(32).toString('base64url')
    const desk = createSourceDesk({ store, box: boxes.sources, newId: randomUUID, newSecret })
    for (const source of SOURCES) {
      const made = await desk.create(source, origin)
      if (!made.ok) throw new Error(`${source.name}: ${made.error.code}`)
    }
    const [id, locationId] = [randomUUID(), await store.locationId(RECEIVER.location)]
    const { name, url } = RECEIVER
    const place = locationId === undefined ? {} : { locationId }
    await webhooks.add({ id, name, url, ...place, sealedSecret: boxes.webhooks.seal(newSecret()), actor: origin.actor })
    await webhooks.setState(id, 'disabled', 'by staff')
    return SOURCES.length + 1
  } finally {
    await engine.close()
  }
}
