import type { LiveMessage } from '@selvedge/core'
import type { LiveStatus } from './live-status'

/** A stream that died silently is found out so much later. */
const SILENCE_MS = 40_000

/**
 * Whether prices moved while nobody listened: since the page was drawn and before its first stream, or between two
 * streams. By the server's clock, to which a greeting tells the way.
 */
export function createMissedPrices({ now, drawnAtMs }: { now(): number; readonly drawnAtMs: number }) {
  let deafSinceMs = drawnAtMs
  let isLive = false
  return {
    status: (status: LiveStatus): void => {
      if (isLive && status !== 'live') deafSinceMs = now() - SILENCE_MS
      isLive = status === 'live'
    },
    hasMissed: ({ serverNowMs, pricesMovedAtMs }: Extract<LiveMessage, { type: 'hello' }>): boolean =>
      pricesMovedAtMs !== undefined && pricesMovedAtMs > deafSinceMs + serverNowMs - now(),
  }
}
