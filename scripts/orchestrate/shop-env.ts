import { join } from 'node:path'
import type { StackUrls } from '@selvedge/stack'
import { inherited } from './env'
import { SELVEDGE } from './root'
import { localSecrets } from './secrets'

export type ShopPorts = { readonly web: number; readonly worker: number }

/** Everything that web, worker and the database's tools need to know. `.env.example` explains each. */
export const shopEnvironment = (
  urls: StackUrls,
  ports: ShopPorts,
  mode: 'production' | 'development',
): Record<string, string> => ({
  INNGEST_DEV: '0',
  // One name for both, whatever each would take by itself.
  REDIS_PREFIX: 'selvedge',
  SEARCH_INDEX_PREFIX: '',
  PUBLIC_URL: addressOf(ports.web),
  // A receiver under development listens on this machine.
  WEBHOOKS_TO_LOOPBACK: 'true',
  ...localSecrets(),
  ...inherited(),
  ...urls,
  NODE_ENV: mode,
  PORT: String(ports.web),
  WORKER_PORT: String(ports.worker),
  WORKER_URL: addressOf(ports.worker),
  PICTURE_DIR: join(SELVEDGE, 'pictures'),
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
})

export const addressOf = (port: number): string => `http://127.0.0.1:${port}`
