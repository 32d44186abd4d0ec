import type { DrawRequest } from '../source'
import type { Start } from './neighbour-walk'

const STARTS_MAX = 8

/** Where neighbour sources start: beside a product from that product alone, else from the shopper's recent ones. */
export function startsOf({ anchor, shopper }: Pick<DrawRequest, 'anchor' | 'shopper'>): readonly Start[] {
  return anchor >= 0 ? [{ place: anchor, weight: 1 }] : shopper.recent.slice(0, STARTS_MAX)
}
