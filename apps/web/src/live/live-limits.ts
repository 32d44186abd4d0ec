/** Caps of one web process. Streams are cheap (some 14 kB), sockets are not endless. */
export type LiveLimits = {
  readonly streams: number
  readonly streamsPerAddress: number
  /** Changes of topics one stream may ask for in ten seconds. */
  readonly movesPer10s: number
  readonly pingMs: number
  /** A reader that has not taken its bytes for so long is dropped. */
  readonly tooSlowMs: number
  /** How often watched SKUs are read anew while the feed of changes is down. */
  readonly refreshMs: number
}

export const DEFAULT_LIVE_LIMITS: LiveLimits = {
  streams: 10_000,
  streamsPerAddress: 100,
  movesPer10s: 40,
  pingMs: 15_000,
  tooSlowMs: 30_000,
  refreshMs: 2_000,
}
