import { type Department, GARMENTS, type GarmentId } from '@selvedge/core'
import { BRANDS } from './brands/all-brands'
import type { Brand } from './brands/brand'
import { hashText, type Random, randomFrom } from './random'
import { rankByDemand } from './ranking'
import { STYLE_NAMES } from './style-names'
import { zipfShares } from './zipf'

/** What a product is going to be, before it is drawn out: enough to draw any product without the ones before it. */
export type PlannedProduct = {
  readonly index: number
  readonly brand: Brand
  readonly brandId: number
  readonly garment: GarmentId
  readonly department: Department
  /** Unique within brand and garment. */
  readonly style: string
  /** 1 is the best seller. */
  readonly rank: number
  /** Share of all demand; the shares of a catalogue sum to 1. */
  readonly popularity: number
}

/** Who makes what, and how well it sells. About 100 bytes a product, so it fits in memory at any size. */
export function planCatalogue(products: number, seed: number): readonly PlannedProduct[] {
  const random = randomFrom(seed, 'plan')
  const shares = zipfShares(products)
  const styles = styleGiver(seed)
  const drawn = Array.from({ length: products }, (_, index) => {
    const brandId = random.int(1, BRANDS.length)
    const brand = BRANDS[brandId - 1]
    if (!brand) throw new RangeError(`no brand ${brandId}`)
    const garment = random.pick(brand.garments)
    const department = departmentFor(brand, garment, random)
    return { index, brand, brandId, garment, department, style: styles(brand, garment), level: brand.level }
  })
  const ranks = rankByDemand(drawn, random)
  return drawn.map(({ level: _, ...product }, index) => {
    const rank = ranks[index] ?? products
    return { ...product, rank, popularity: shares[rank - 1] ?? 0 }
  })
}

function departmentFor(brand: Brand, garment: GarmentId, random: Random): Department {
  const cut = GARMENTS[garment].departments
  const both = cut.filter((department) => brand.departments.includes(department))
  // A house for women sells the unisex scarf as well.
  return random.weighted(both.length > 0 ? both : cut, (department) => (department === 'unisex' ? 1 : 2))
}

/** Hands out style names: each house begins at another place of the list and never names two of a kind the same. */
function styleGiver(seed: number): (brand: Brand, garment: GarmentId) => string {
  const given = new Map<string, number>()
  return (brand, garment) => {
    const kind = `${brand.slug}/${garment}`
    const nth = given.get(kind) ?? 0
    given.set(kind, nth + 1)
    if (brand.naming === 'numbered') return String(nth + 1 + (hashText(`${seed}/${kind}`) % 9))
    const start = hashText(`${seed}/${kind}`) % STYLE_NAMES.length
    // 67 is coprime to the list's length (a test holds it so): every name comes once before any comes again.
    const name = STYLE_NAMES[(start + nth * 67) % STYLE_NAMES.length] ?? 'Marlow'
    const round = Math.floor(nth / STYLE_NAMES.length)
    return round === 0 ? name : `${name} ${round + 1}`
  }
}
