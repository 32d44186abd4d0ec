import { GARMENTS, type GarmentAttributes, type GarmentId } from '@selvedge/core'

// Cloth in a garment, m², and what trims and soles add in grams.
const CLOTH_M2: Readonly<Record<ReturnType<typeof categoryOf>, readonly [number, number]>> = {
  tops: [1.5, 30],
  knitwear: [1.6, 20],
  bottoms: [1.5, 60],
  dresses: [2.4, 30],
  outerwear: [3, 160],
  shoes: [0, 850],
  accessories: [0.5, 40],
}

/** Shipping weight of one piece in grams, from its cloth. */
export function weightGramsOf(garment: GarmentId, attributes: GarmentAttributes): number {
  const [area, trims] = CLOTH_M2[categoryOf(garment)]
  const perM2 = attributes.fabricWeightGsm ?? 750
  return Math.max(40, Math.round((area * perM2 + trims) / 10) * 10)
}

function categoryOf(garment: GarmentId) {
  return GARMENTS[garment].category
}
