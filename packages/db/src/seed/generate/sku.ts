import type { ColourId, GarmentId } from '@selvedge/core'

type SkuParts = { brand: string; garment: GarmentId; index: number; colour: ColourId; size: string }

/** A stock-keeping code a picker can read aloud: house, garment, style number, colour, size. Unique by style number. */
export function skuOf({ brand, garment, index, colour, size }: SkuParts): string {
  return [
    letters(brand, 3),
    letters(garment, 3),
    String(index + 1).padStart(4, '0'),
    colour.replace('-', '').toUpperCase(),
    size,
  ].join('-')
}

function letters(text: string, count: number): string {
  const plain = text.replace(/[^a-z0-9]/g, '').toUpperCase()
  const consonants = plain.charAt(0) + plain.slice(1).replace(/[AEIOU]/g, '')
  return (consonants.length >= count ? consonants : plain).slice(0, count)
}
