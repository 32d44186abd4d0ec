import type { CountState } from './count'

export type CountRejection =
  | { readonly code: 'COUNT_NOT_FOUND'; readonly countId: number }
  | { readonly code: 'COUNT_STATE'; readonly countId: number; readonly state: CountState }
  | { readonly code: 'COUNT_CHANGED'; readonly countId: number; readonly version: number }
  /** The filter finds nothing that was ever stocked at this place. */
  | { readonly code: 'COUNT_FINDS_NOTHING'; readonly locationId: number }
  /** The SKU exists nowhere, or was never stocked at the counted place: there is no shelf to count. */
  | { readonly code: 'COUNT_NEVER_STOCKED'; readonly sku: string }
  /** Stocked here, but not part of this count. */
  | { readonly code: 'COUNT_LINE_UNKNOWN'; readonly sku: string }
  | { readonly code: 'COUNT_UNFINISHED'; readonly uncounted: number; readonly recounts: number }
  | { readonly code: 'UNKNOWN_LOCATION'; readonly locationId: number }
  | { readonly code: 'COUNT_TOO_LARGE'; readonly lines: number; readonly limit: number }
