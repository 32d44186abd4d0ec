import type { BoughtTogether } from '@selvedge/core'
import { neighboursOf, parseTogether, TOGETHER_MODEL_NAME, type TogetherModel } from '@selvedge/recs'
import type { Pool } from 'pg'
import { activeModel, loadModel } from './model-store'

export type WatchedTogether = BoughtTogether & {
  /** The version that answers now; undefined while there is no model. */
  version(): string | undefined
  /** Looks now instead of waiting for the next time. */
  refresh(): Promise<void>
  stop(): void
}

export type WatchedTogetherDeps = {
  readonly pool: Pool
  readonly intervalMs?: number
  /** Told when the model cannot be read: the one in memory goes on answering. */
  readonly onFault: (fault: unknown) => void
}

/** The active "bought together" model, followed without a restart: its version is looked at every 30 s. */
export function watchTogether({ pool, intervalMs = 30_000, onFault }: WatchedTogetherDeps): WatchedTogether {
  let known: { readonly version: string; readonly model: TogetherModel } | undefined
  const refresh = async (): Promise<void> => {
    const active = await activeModel(pool, TOGETHER_MODEL_NAME)
    if (!active || active.version === known?.version) return
    const stored = await loadModel(pool, TOGETHER_MODEL_NAME)
    if (stored) known = { version: stored.version, model: parseTogether(stored.body, stored.checksum) }
  }
  const look = (): void => void refresh().catch(onFault)
  const timer = setInterval(look, intervalMs)
  timer.unref()
  look()
  return {
    neighboursOf: (productId, limit) => (known ? neighboursOf(known.model, productId, limit) : []),
    version: () => known?.version,
    refresh,
    stop: () => clearInterval(timer),
  }
}
