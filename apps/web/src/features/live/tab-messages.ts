import type { PricesMoved, SkuStock } from '@selvedge/core'
import type { LiveStatus } from './live-status'

/** What tabs of one browser tell each other. The channel carries our own code only, so it is not parsed again. */
export type TabMessage =
  /** A tab's SKUs: on every change, every 20 s, and when a leader asks. */
  | { readonly kind: 'topics'; readonly tab: string; readonly skus: readonly string[] }
  | { readonly kind: 'bye'; readonly tab: string }
  /** A new leader asks everybody for topics. */
  | { readonly kind: 'who' }
  | { readonly kind: 'stock'; readonly stock: readonly SkuStock[] }
  | { readonly kind: 'prices'; readonly moved: PricesMoved }
  /** When prices moved last, for a tab that has just come. */
  | { readonly kind: 'moved'; readonly atMs: number }
  | { readonly kind: 'status'; readonly status: LiveStatus }

export const CHANNEL = 'selvedge-live'
export const LEADER_LOCK = 'selvedge-live-leader'
