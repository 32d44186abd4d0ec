import {
  ATTRIBUTE_SETS,
  type Department,
  GARMENTS,
  type GarmentAttributes,
  type GarmentId,
  MATERIALS,
  type MaterialId,
  parseAttributes,
} from '@selvedge/core'
import { z } from 'zod'
import type { Brand } from './brands/brand'
import { coherent } from './coherence'
import { FAVOURED_CLOTHS } from './favoured-cloths'
import { occasionsFor, seasonsFor } from './occasions-and-seasons'
import { choosePattern } from './pattern-choice'
import type { Random } from './random'

const NUMBERS: Readonly<Record<string, (random: Random) => number>> = {
  heelMm: (random) => 20 + random.int(0, 4) * 5,
  lengthCm: (random) => 170 + random.int(0, 6) * 5,
  widthCm: (random) => 30 + random.int(0, 8) * 5,
  widthMm: (random) => random.pick([20, 25, 28, 30, 32, 35]),
  volumeL: (random) => random.int(11, 22),
}

/** Draws the attributes of a product and checks them against its garment's set: a contradiction is a bug and throws. */
export function drawAttributes(
  { garment, brand, department }: { garment: GarmentId; brand: Brand; department: Department },
  random: Random,
): GarmentAttributes {
  const material = chooseMaterial(garment, brand, random)
  const { fabric, gsm, care } = MATERIALS[material]
  const cloth = {
    material,
    fabric,
    pattern: choosePattern(
      { garment, material, department, prints: brand.voice === 'lyrical' || brand.voice === 'warm' },
      random,
    ),
    ...(gsm ? { fabricWeightGsm: random.int(Math.ceil(gsm[0] / 5), Math.floor(gsm[1] / 5)) * 5 } : {}),
    seasons: seasonsFor(garment, material, random),
    occasions: occasionsFor(garment, material, random),
    care,
    madeIn: madeInFor(brand, random),
  }
  const drawn = coherent(garment, { ...cloth, ...drawCut(garment, Object.keys(cloth), random) }, random)
  const parsed = parseAttributes(garment, drawn)
  if (!parsed.ok) throw new Error(`${garment} drawn against its set: ${JSON.stringify(parsed.error.issues)}`)
  return parsed.value
}

/** The garment's own fields: usual values come first in their list and are drawn more often. */
function drawCut(garment: GarmentId, taken: readonly string[], random: Random): Record<string, string | number> {
  const drawn: Record<string, string | number> = {}
  for (const [key, field] of Object.entries(ATTRIBUTE_SETS[garment].shape)) {
    if (taken.includes(key) || key === 'fabricWeightGsm') continue
    const number = NUMBERS[key]
    if (field instanceof z.ZodEnum) drawn[key] = random.weighted(field.options, (_, place) => (place + 1) ** -0.75)
    else if (number) drawn[key] = number(random)
    else throw new Error(`nothing draws ${garment}.${key}`)
  }
  return drawn
}

const FINE: ReadonlySet<MaterialId> = new Set(['cashmere', 'silk-satin', 'silk-crepe'])

function chooseMaterial(garment: GarmentId, brand: Brand, random: Random): MaterialId {
  const favoured = FAVOURED_CLOTHS[brand.slug] ?? []
  const all = GARMENTS[garment].materials
  const affordable = all.filter((material) => !FINE.has(material) || brand.level >= 3)
  return random.weighted(affordable.length > 0 ? affordable : all, (material, place) =>
    favoured.includes(material) ? 7 : (place + 1) ** -0.8,
  )
}

function madeInFor(brand: Brand, random: Random): string {
  if (brand.dropShip || random.chance(0.62)) return brand.country
  return random.pick(['Portugal', 'Italy', 'Portugal', 'Romania', 'Poland'])
}
