import { z } from 'zod'

/** Who takes parcels away, with the page where a buyer follows one. `{number}` stands for the tracking number. */
export const CARRIERS = {
  postnl: { label: 'PostNL', follow: 'https://jouw.postnl.nl/track-and-trace/{number}' },
  dhl: { label: 'DHL', follow: 'https://www.dhl.com/en/express/tracking.html?AWB={number}' },
  dpd: { label: 'DPD', follow: 'https://tracking.dpd.de/status/en_US/parcel/{number}' },
  gls: { label: 'GLS', follow: 'https://gls-group.eu/track/{number}' },
  courier: { label: 'Our courier', follow: undefined },
} as const satisfies Record<string, { label: string; follow: string | undefined }>
export type Carrier = keyof typeof CARRIERS
export const carrierSchema = z.enum(['postnl', 'dhl', 'dpd', 'gls', 'courier'])

/** Letters, digits and hyphens alone: it is printed on labels and put into links. */
export const trackingNumberSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{6,40}$/, 'Six to forty letters, digits or hyphens.')

/** The address where a parcel can be followed; none when its carrier has no page. */
export const followAddress = (carrier: Carrier, trackingNumber: string): string | undefined =>
  CARRIERS[carrier].follow?.replace('{number}', encodeURIComponent(trackingNumber))
