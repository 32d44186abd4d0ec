import { randomBytes, randomUUID } from 'node:crypto'
import { createEndpointDesk, createFileDesk, createSourceDesk, createSyncService } from '@selvedge/core'
import { createFileStore, createSyncStore, createWebhookStore } from '@selvedge/db'
import { createRequestSigner, createSecretBox, createWebhookSender, sha256Hex } from '@selvedge/infra'
import type { WebEnv } from '../env'
import type { Connections } from './connections'
import type { Stock } from './stock'

/** What tells us of stock from outside, and what we tell. */
export const buildOutside = (env: WebEnv, { pool }: Connections, { engine }: Stock) => {
  const store = createSyncStore({ pool, engine })
  const signer = createRequestSigner()
  const box = createSecretBox({ secret: env.INTEGRATION_SECRET, purpose: 'sync-sources' })
  const sender = createWebhookSender({ signer, nowMs: Date.now, allowLoopback: env.WEBHOOKS_TO_LOOPBACK })
  const newId = (): string => randomUUID()
  const newSecret = (): string => randomBytes(32).toString('base64url')
  return {
    sync: createSyncService({ store, signer, box, digest: sha256Hex, nowMs: Date.now }),
    sources: createSourceDesk({ store, box, newId, newSecret }),
    files: createFileDesk({
      store: createFileStore({ pool }),
      limits: { rows: env.FILE_MAX_ROWS, bytes: env.FILE_MAX_BYTES },
      newId,
      locationId: store.locationId,
    }),
    endpoints: createEndpointDesk({
      store: createWebhookStore({ pool }),
      sender,
      box: createSecretBox({ secret: env.INTEGRATION_SECRET, purpose: 'webhooks' }),
      locationId: store.locationId,
      newId,
      newSecret,
    }),
  }
}
