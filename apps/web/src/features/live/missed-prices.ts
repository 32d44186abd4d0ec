import type { LiveMessage } from '@selvedge/core'
import type { LiveStatus } from './live-status'

/** A stream that died silently is found out so much later. */
const SILENCE_MS = 40_000
/** A greeting's way here counts as a difference of the clocks: the same moment comes out a little later each time. */
const SAME_MS = 10_000

/**
 * Whether prices moved while nobody listened: since the page was drawn and before its first stream, or between two
 * streams; by the server's clock, to which a greeting tells the way. And whether they did while this tab was being opened
 * and another one listened: by the clock of the browser, which both have.
 */
export function createMissedPrices({ now, drawnAtMs }: { now(): number; readonly drawnAtMs: number }) {
  let deafSinceMs = drawnAtMs
  let isLive = false
  let movedAtMs: number | undefined
  /** What moved until then is on this page, or it has been told. */
  let knownUntilMs = drawnAtMs
  const note = (atMs: number): void => {
    movedAtMs = Math.max(movedAtMs ?? atMs, atMs)
  }
  return {
    status: (status: LiveStatus): void => {
      if (isLive && status !== 'live') deafSinceMs = now() - SILENCE_MS
      isLive = status === 'live'
    },
    hasMissed: ({ serverNowMs, pricesMovedAtMs }: Extract<LiveMessage, { type: 'hello' }>): boolean => {
      if (pricesMovedAtMs === undefined) return false
      const atMs = pricesMovedAtMs - serverNowMs + now()
      if (movedAtMs === undefined || atMs > movedAtMs + SAME_MS) note(atMs)
      return atMs > deafSinceMs
    },
    /** This page has been told just now that prices moved. */
    heard: (): void => {
      note(now())
      knownUntilMs = now()
    },
    /** When prices moved last, for a tab that was not there yet; undefined where nobody has heard of it. */
    movedAtMs: (): number | undefined => movedAtMs,
    /** Whether a moment that another tab knows of is one that this page has missed; once. */
    isNews: (atMs: number): boolean => {
      note(atMs)
      const isNews = atMs > knownUntilMs
      if (isNews) knownUntilMs = atMs
      return isNews
    },
  }
}
