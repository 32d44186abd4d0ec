/** A place that holds stock. Ids are fixed: the seed writes them. `safetyUnits` are kept from online sale per SKU. */
export type SeedLocation = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly kind: 'warehouse' | 'shop' | 'supplier'
  readonly country: string
  readonly priority: number
  readonly leadDays: number
  readonly safetyUnits: number
  /** Degrees. */
  readonly latitude: number
  readonly longitude: number
}

// A shop keeps its last two pieces for whoever walks in.
export const LOCATIONS = {
  rotterdam: place(1, 'RTM', 'Rotterdam warehouse', 'warehouse', 'NL', 10, 1, at(51.92, 4.48)),
  leipzig: place(2, 'LEJ', 'Leipzig warehouse', 'warehouse', 'DE', 20, 2, at(51.34, 12.37)),
  amsterdam: place(3, 'AMS', 'Amsterdam shop', 'shop', 'NL', 30, 2, at(52.37, 4.9, 2)),
  copenhagen: place(4, 'CPH', 'Copenhagen shop', 'shop', 'DK', 40, 3, at(55.68, 12.57, 2)),
  porto: place(5, 'OPO', 'Porto makers', 'supplier', 'PT', 50, 6, at(41.15, -8.61)),
} as const

export type LocationName = keyof typeof LOCATIONS

function place(
  id: number,
  code: string,
  name: string,
  kind: SeedLocation['kind'],
  country: string,
  priority: number,
  leadDays: number,
  where: Pick<SeedLocation, 'latitude' | 'longitude' | 'safetyUnits'>,
): SeedLocation {
  return { id, code, name, kind, country, priority, leadDays, ...where }
}

function at(latitude: number, longitude: number, safetyUnits = 0) {
  return { latitude, longitude, safetyUnits }
}
