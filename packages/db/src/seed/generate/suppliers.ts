import { LOCATIONS, type SeedLocation } from './locations'

/** Who makes and sends. Days from order to door. */
export type SeedSupplier = {
  readonly code: string
  readonly name: string
  readonly email: string
  readonly country: string
  readonly leadDays: number
}

export const SUPPLIERS = {
  minho: supplier('MINHO', 'Minho Weavers', 'PT', 28),
  biella: supplier('BIELLA', 'Lanificio Valle', 'IT', 42),
  saxony: supplier('SAXONY', 'Plauen Lace Works', 'DE', 21),
  izmir: supplier('IZMIR', 'Ege Cotton', 'TR', 35),
} as const satisfies Record<string, SeedSupplier>

function supplier(code: string, name: string, country: string, leadDays: number): SeedSupplier {
  return { code, name, email: `orders@${code.toLowerCase()}.example`, country, leadDays }
}

/** An order to a supplier and what became of it; days count from today, the past is negative. */
export type SupplyStory = {
  readonly from: SeedSupplier
  readonly to: SeedLocation
  readonly orderedOn: number
  readonly styles: number
  readonly shipment?: {
    readonly announcedOn: number
    readonly expectedOn: number
    /** The day told first, where the supplier has told another since. */
    readonly firstExpectedOn?: number
    /** Whether its lines may be sold before they arrive. */
    readonly presale: boolean
    /** The day some of its lines came. */
    readonly partlyReceivedOn?: number
  }
  readonly isDraft?: true
}

const { rotterdam, leipzig } = LOCATIONS
const { minho, biella, saxony, izmir } = SUPPLIERS

/** The first ones first: a small shop has few sizes that are away. */
export const SUPPLY_STORIES: readonly SupplyStory[] = [
  // On time, sold ahead.
  {
    from: minho,
    to: rotterdam,
    orderedOn: -19,
    styles: 4,
    shipment: { announcedOn: -12, expectedOn: 9, presale: true },
  },
  // The first boxes are here.
  {
    from: saxony,
    to: rotterdam,
    orderedOn: -27,
    styles: 2,
    shipment: { announcedOn: -15, expectedOn: 2, presale: false, partlyReceivedOn: -1 },
  },
  // Late, and nobody has said when it comes.
  {
    from: izmir,
    to: rotterdam,
    orderedOn: -48,
    styles: 2,
    shipment: { announcedOn: -30, expectedOn: -4, presale: false },
  },
  // Slipped by ten days, sold ahead.
  {
    from: biella,
    to: rotterdam,
    orderedOn: -34,
    styles: 3,
    shipment: { announcedOn: -25, expectedOn: 16, firstExpectedOn: 6, presale: true },
  },
  // Next season's.
  { from: minho, to: leipzig, orderedOn: -6, styles: 3, shipment: { announcedOn: -3, expectedOn: 31, presale: true } },
  { from: izmir, to: leipzig, orderedOn: -2, styles: 3 },
  { from: biella, to: leipzig, orderedOn: -1, styles: 2, isDraft: true },
]
