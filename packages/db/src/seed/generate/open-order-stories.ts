import type { ShippingMethod } from '@selvedge/core'
import { LOCATIONS, type SeedLocation } from './locations'

/** An order that is paid and not, or not wholly, sent when the demo shop opens. */
export type OpenOrderStory = {
  /** Hours before today began. */
  readonly hoursAgo: number
  readonly method: ShippingMethod
  /** One line each. */
  readonly lines: readonly { readonly from: SeedLocation; readonly units: number }[]
  /** The place whose parcel has left, is being picked, or is packed. */
  readonly parcel?: { readonly from: SeedLocation; readonly state: 'shipped' | 'picking' | 'packed' }
}

const { rotterdam, leipzig, amsterdam, copenhagen } = LOCATIONS
const one = (from: SeedLocation, units = 1) => ({ from, units })

/** Oldest first. A warehouse sends within a working day or two, a shop within three. */
export const OPEN_ORDER_STORIES: readonly OpenOrderStory[] = [
  {
    hoursAgo: 168,
    method: 'standard',
    lines: [one(rotterdam, 2), one(copenhagen)],
    parcel: { from: rotterdam, state: 'shipped' },
  },
  { hoursAgo: 149, method: 'standard', lines: [one(leipzig)] },
  { hoursAgo: 121, method: 'standard', lines: [one(rotterdam), one(rotterdam)] },
  {
    hoursAgo: 76,
    method: 'standard',
    lines: [one(rotterdam), one(amsterdam)],
    parcel: { from: rotterdam, state: 'shipped' },
  },
  { hoursAgo: 30, method: 'express', lines: [one(rotterdam)], parcel: { from: rotterdam, state: 'packed' } },
  {
    hoursAgo: 45,
    method: 'standard',
    lines: [one(leipzig, 2), one(leipzig)],
    parcel: { from: leipzig, state: 'picking' },
  },
  { hoursAgo: 43, method: 'standard', lines: [one(amsterdam)] },
  { hoursAgo: 22, method: 'express', lines: [one(rotterdam, 2)] },
  { hoursAgo: 21, method: 'standard', lines: [one(rotterdam), one(leipzig)] },
  { hoursAgo: 19, method: 'standard', lines: [one(copenhagen)] },
  { hoursAgo: 11, method: 'express', lines: [one(rotterdam)] },
  { hoursAgo: 9, method: 'standard', lines: [one(rotterdam), one(rotterdam), one(amsterdam)] },
  { hoursAgo: 5, method: 'standard', lines: [one(leipzig)] },
  { hoursAgo: 3, method: 'standard', lines: [one(rotterdam)] },
]
