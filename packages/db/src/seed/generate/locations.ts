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
}

// A shop keeps its last two pieces for whoever walks in.
export const LOCATIONS = {
  rotterdam: place(1, 'RTM', 'Rotterdam warehouse', 'warehouse', 'NL', 10, 1),
  leipzig: place(2, 'LEJ', 'Leipzig warehouse', 'warehouse', 'DE', 20, 2),
  amsterdam: place(3, 'AMS', 'Amsterdam shop', 'shop', 'NL', 30, 2, 2),
  copenhagen: place(4, 'CPH', 'Copenhagen shop', 'shop', 'DK', 40, 3, 2),
  porto: place(5, 'OPO', 'Porto makers', 'supplier', 'PT', 50, 6),
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
  safetyUnits = 0,
): SeedLocation {
  return { id, code, name, kind, country, priority, leadDays, safetyUnits }
}
