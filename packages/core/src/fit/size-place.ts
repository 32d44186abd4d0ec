import { sizeByCode } from '../catalog/garments/size-systems'

/** Where a size stands on one scale of its kind: 0 is a medium, one step is the step from M to L. */
export type SizePlace = { readonly kind: 'clothes' | 'shoes'; readonly place: number }

// Sizes that are sold as medium: EN 13402 women's 38, half a chest of 100 cm, a waist of 31 inches, EU 40.
const MEDIUM = { dress: 38, tailoring: 50, waist: 31, shoe: 40 } as const
const ALPHA = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL']

/** The place of a size by its code; undefined for a belt, for what has one size, and for a code that is none. */
export function sizePlace(code: string): SizePlace | undefined {
  const size = sizeByCode(code)
  if (size === undefined) return undefined
  const number = Number(/\d+/.exec(code)?.[0] ?? 0)
  switch (size.system) {
    case 'alpha':
      return { kind: 'clothes', place: ALPHA.indexOf(code) - ALPHA.indexOf('M') }
    case 'dress':
      return { kind: 'clothes', place: (number - MEDIUM.dress) / 2 }
    case 'tailoring':
      return { kind: 'clothes', place: (number - MEDIUM.tailoring) / 2 }
    case 'waist-length':
      // Two inches of waist are one step; the length says how tall somebody is and not how wide.
      return { kind: 'clothes', place: (number - MEDIUM.waist) / 2 }
    case 'shoe':
      return { kind: 'shoes', place: number - MEDIUM.shoe }
    case 'belt':
    case 'one-size':
      return undefined
  }
}
