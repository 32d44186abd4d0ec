import { type DeliverDeps, deliverDue } from '@selvedge/core'
import { createWebhookStore, type FileWork } from '@selvedge/db'
import { createRequestSigner, createSecretBox, createWebhookSender } from '@selvedge/infra'
import type { WorkerEnvironment } from '../env'
import { startSweeper } from '../sweepers/start-sweeper'
import { sweepFiles } from '../sweepers/sweep-files'
import type { Connections } from './connections'

const DELIVER_EVERY_MS = 250
const FILES_EVERY_MS = 15_000

/** What goes out of the house by itself. */
export const buildOutside = (env: WorkerEnvironment, { pool, logger, onFault }: Connections, files: FileWork) => {
  const deliver: DeliverDeps = {
    store: createWebhookStore({ pool }),
    sender: createWebhookSender({
      signer: createRequestSigner(),
      nowMs: Date.now,
      allowLoopback: env.WEBHOOKS_TO_LOOPBACK,
    }),
    box: createSecretBox({ secret: env.INTEGRATION_SECRET, purpose: 'webhooks' }),
    chance: Math.random,
    onGivenUp: (endpointId) => logger.warn({ endpointId }, 'a webhook receiver was given up'),
  }
  return {
    /** Answers how to end each part. */
    start: (): (() => Promise<void>)[] => {
      const webhooks = startSweeper({
        everyMs: DELIVER_EVERY_MS,
        sweep: () => deliverDue(deliver, onFault('webhooks')),
        onFault: onFault('webhooks'),
      })
      const left = startSweeper({
        everyMs: FILES_EVERY_MS,
        sweep: () => sweepFiles(files, onFault('files')),
        onFault: onFault('files'),
      })
      return [webhooks.stop, left.stop]
    },
  }
}
