import { drawFigure } from './draw-garment'
import type { GarmentPicture, GarmentType, PictureFabric, PicturePattern } from './garment-picture'
import { createInk } from './ink/ink'
import { seededRandom } from './ink/seeded-random'
import { svgDocument } from './svg-document'

export type HeroShape = 'wide' | 'tall'

/** All a hero depends on: `seed` 0 to 9999, one to six colours `#rrggbb`. */
export interface HeroPicture {
  readonly shape: HeroShape
  readonly seed: number
  readonly palette: readonly string[]
}

/** Sizes of the hero in device pixels; `wide` leaves its left third calm for words, `tall` its foot. */
export const heroSizes = { wide: { width: 1600, height: 900 }, tall: { width: 900, height: 1200 } } as const

interface Placed {
  readonly garment: GarmentType
  readonly fabric: PictureFabric
  readonly pattern?: PicturePattern
  /** Middle of the picture's own plane, as a share of the hero; size as a share of its height; turn in degrees. */
  readonly at: readonly [x: number, y: number]
  readonly size: number
  readonly turn: number
}

const LAYOUTS: Readonly<Record<HeroShape, readonly Placed[]>> = {
  wide: [
    { garment: 'wide-trousers', fabric: 'linen', at: [0.86, 0.56], size: 0.86, turn: 9 },
    { garment: 'coat', fabric: 'wool', at: [0.56, 0.52], size: 1.06, turn: -5 },
    { garment: 'knit-jumper', fabric: 'knit', at: [0.735, 0.3], size: 0.62, turn: 4 },
    { garment: 'scarf', fabric: 'wool', pattern: 'check', at: [0.4, 0.36], size: 0.56, turn: -14 },
    { garment: 'loafer', fabric: 'leather', at: [0.715, 0.83], size: 0.44, turn: -8 },
    { garment: 'belt', fabric: 'leather', at: [0.395, 0.83], size: 0.32, turn: 6 },
  ],
  tall: [
    { garment: 'wide-trousers', fabric: 'linen', at: [0.76, 0.47], size: 0.6, turn: 8 },
    { garment: 'coat', fabric: 'wool', at: [0.36, 0.36], size: 0.7, turn: -5 },
    { garment: 'knit-jumper', fabric: 'knit', at: [0.74, 0.2], size: 0.4, turn: 5 },
    { garment: 'loafer', fabric: 'leather', at: [0.36, 0.73], size: 0.3, turn: -8 },
  ],
}

/**
 * An editorial flat-lay for the home page. Colours are taken from `palette` (`#rrggbb`) in turn, starting where the seed
 * says; the same seed and palette give the same text.
 */
export const drawHero = (
  seed: number,
  palette: readonly string[],
  { shape = 'wide', flat = false }: { readonly shape?: HeroShape; readonly flat?: boolean } = {},
): string => {
  const { width, height } = heroSizes[shape]
  const next = seededRandom(seed)
  const start = Math.floor(next() * 97)
  const defs: string[] = []
  const figures = LAYOUTS[shape].map(({ garment, fabric, pattern = 'plain', at, size, turn }, i) => {
    const colourHex = palette[(start + i) % Math.max(1, palette.length)] ?? '#b9a78c'
    const spec: GarmentPicture = { garment, fabric, pattern, colourHex, view: 'front', seed: (seed * 7 + i) % 10_000 }
    const ink = createInk(spec, { prefix: `h${i}-`, flat })
    const scale = (size * height) / 800
    const drawn = drawFigure(ink)
    defs.push(ink.defs())
    const [x, y] = [at[0] * width, at[1] * height]
    const lean = turn + (next() - 0.5) * 3
    return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${lean.toFixed(2)}) scale(${scale.toFixed(4)}) translate(-300 -400)">${drawn}</g>`
  })
  const paper =
    '<radialGradient id="paper" cx=".6" cy=".4" r=".9"><stop offset="0" stop-color="#f1ece4"/><stop offset=".6" stop-color="#e8e1d6"/><stop offset="1" stop-color="#d9d0c2"/></radialGradient>'
  return svgDocument({
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    defs: paper + defs.join(''),
    content: `<rect width="${width}" height="${height}" fill="url(#paper)"/>${figures.join('')}`,
  })
}
