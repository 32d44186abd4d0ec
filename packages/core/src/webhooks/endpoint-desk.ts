import type { Origin } from '../origin'
import { accept, type Result, reject } from '../result'
import type { SecretBox } from '../sync/ports'
import type { WebhookAttempt, WebhookEndpointRow, WebhookRejection, WebhookSender, WebhookStore } from './ports'

export type FreshEndpoint = { readonly endpointId: string; readonly secret: string }
type Done = Result<{ endpointId: string }, WebhookRejection>

/** The back office of webhooks. */
export type EndpointDesk = {
  list(): Promise<readonly WebhookEndpointRow[]>
  attempts(endpointId: string): Promise<readonly WebhookAttempt[]>
  /** The address is checked now and again at every delivery: names can be pointed elsewhere. */
  create(
    input: { name: string; url: string; location?: string },
    origin: Origin,
  ): Promise<Result<FreshEndpoint, WebhookRejection>>
  rotate(endpointId: string): Promise<Result<FreshEndpoint, WebhookRejection>>
  setState(endpointId: string, state: 'active' | 'disabled'): Promise<Done>
  retryNow(endpointId: string): Promise<Done>
  remove(endpointId: string): Promise<Done>
}

const ATTEMPTS_SHOWN = 30

export const createEndpointDesk = (deps: {
  readonly store: WebhookStore
  readonly sender: Pick<WebhookSender, 'refuse'>
  readonly box: SecretBox
  readonly locationId: (code: string) => Promise<number | undefined>
  readonly newId: () => string
  readonly newSecret: () => string
}): EndpointDesk => {
  const { store, sender, box, locationId: findLocation, newId, newSecret } = deps
  const done = (isDone: boolean, endpointId: string): Done =>
    isDone ? accept({ endpointId }) : reject({ code: 'UNKNOWN_ENDPOINT', endpointId })
  return {
    list: () => store.endpoints(),
    attempts: (endpointId) => store.attempts(endpointId, ATTEMPTS_SHOWN),
    create: async ({ name, url, location }, origin) => {
      const because = await sender.refuse(url)
      if (because) return reject({ code: 'ENDPOINT_REFUSED', because })
      const locationId = location === undefined ? undefined : await findLocation(location)
      if (location !== undefined && locationId === undefined) return reject({ code: 'UNKNOWN_PLACE', location })
      const [id, secret] = [newId(), newSecret()]
      const place = locationId === undefined ? {} : { locationId }
      await store.add({ id, name, url, ...place, sealedSecret: box.seal(secret), actor: origin.actor })
      return accept({ endpointId: id, secret })
    },
    rotate: async (endpointId) => {
      const secret = newSecret()
      const isDone = await store.rotate(endpointId, box.seal(secret))
      return isDone ? accept({ endpointId, secret }) : reject({ code: 'UNKNOWN_ENDPOINT', endpointId })
    },
    setState: async (endpointId, state) => done(await store.setState(endpointId, state, 'by staff'), endpointId),
    retryNow: async (endpointId) => done(await store.retryNow(endpointId), endpointId),
    remove: async (endpointId) => done(await store.remove(endpointId), endpointId),
  }
}
