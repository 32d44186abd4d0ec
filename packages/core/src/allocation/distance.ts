import type { Destination, Place } from './place'

type Point = { readonly latitude: number; readonly longitude: number }

// Where most people of a country live rather than its geometric middle: that is where parcels go.
const POPULATED_MIDDLE: Readonly<Record<string, Point>> = {
  NL: { latitude: 52.1, longitude: 5.1 },
  BE: { latitude: 50.8, longitude: 4.5 },
  DE: { latitude: 50.9, longitude: 9.6 },
  FR: { latitude: 47.2, longitude: 2.6 },
  DK: { latitude: 55.8, longitude: 10.7 },
  AT: { latitude: 47.9, longitude: 14.7 },
}

const EARTH_RADIUS_KM = 6_371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

const pointOf = (where: { country: string; latitude?: number; longitude?: number }): Point | undefined =>
  where.latitude !== undefined && where.longitude !== undefined
    ? { latitude: where.latitude, longitude: where.longitude }
    : POPULATED_MIDDLE[where.country]

/** Great-circle distance by the haversine formula, whole kilometres; undefined where one end is nowhere we know. */
export const distanceKm = (from: Place, to: Destination): number | undefined => {
  const [a, b] = [pointOf(from), pointOf(to)]
  if (!a || !b) return undefined
  const halfLatitude = Math.sin(radians(b.latitude - a.latitude) / 2)
  const halfLongitude = Math.sin(radians(b.longitude - a.longitude) / 2)
  const chord = halfLatitude ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * halfLongitude ** 2
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord))))
}
