import type { GarmentPicture, PictureFabric } from '../garment-picture'
import { mapPath, type Point } from './path'
import { patternDef, textureDef } from './pattern-defs'
import { seededRandom } from './seeded-random'
import { type Tones, tonesOf } from './tones'

/** What a part needs to be put on the plane: colours, a hand that wobbles a little, and a place for definitions. */
export interface Ink {
  readonly spec: GarmentPicture
  readonly tones: Tones
  /** Flat ink leaves out every blur, gradient and texture, for the drawing that stands in while the real one is made. */
  readonly flat: boolean
  /** Moves a path from the pattern-cutter's symmetric plane to how the cloth happened to fall for this seed. */
  readonly drape: (d: string) => string
  readonly place: (point: Point) => Point
  /** Registers a definition built from its own id, and answers the id. The same name is defined once. */
  readonly define: (name: string, build: (id: string) => string) => string
  readonly patternAt: (angle: number) => string | undefined
  readonly textureAt: (angle: number) => string | undefined
  readonly defs: () => string
  /** Counts a path, already draped, towards the bounds of the garment. */
  readonly occupy: (draped: string) => void
  /** Where the panels drawn so far lie: left, top, right, bottom. */
  readonly bounds: () => readonly [number, number, number, number]
}

export const createInk = (spec: GarmentPicture, { flat = false, prefix = '' } = {}): Ink => {
  const plain = tonesOf(spec.colourHex, spec.secondHex)
  const tones = { ...plain, light: plain.light * Math.max(glossOf(spec.fabric), plain.isDark ? 1.1 : 0) }
  const ids = new Map<string, string>()
  const defs: string[] = []
  const define = (name: string, build: (id: string) => string): string => {
    const known = ids.get(name)
    if (known) return known
    const id = `${prefix}${ids.size.toString(36)}_`
    ids.set(name, id)
    defs.push(build(id))
    return id
  }
  const turned = (name: string, angle: number, build: (id: string) => string | undefined): string | undefined => {
    if (build('') === undefined) return undefined
    const base = define(name, (id) => build(id) ?? '')
    if (angle === 0) return base
    return define(
      `${name}@${angle}`,
      (id) => `<pattern id="${id}" href="#${base}" xlink:href="#${base}" patternTransform="rotate(${angle} 300 300)"/>`,
    )
  }
  const place = wobble(spec.seed)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const reach = ([x, y]: Point): Point => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
    return [x, y]
  }
  return {
    spec,
    tones,
    flat,
    place,
    drape: (d) => mapPath(d, place),
    occupy: (draped) => {
      mapPath(draped, reach)
    },
    define,
    patternAt: (angle) => turned('pattern', angle, (id) => patternDef(id, spec.pattern, tones)),
    textureAt: (angle) => (flat ? undefined : turned('texture', angle, (id) => textureDef(id, spec.fabric, spec.seed))),
    defs: () => defs.join(''),
    bounds: () => [left, top, right, bottom],
  }
}

/** How much light a cloth throws back, as a factor of what leather does. */
const glossOf = (fabric: PictureFabric): number => {
  switch (fabric) {
    case 'silk':
      return 1.25
    case 'leather':
    case 'technical':
      return 1
    case 'cotton':
    case 'denim':
    case 'linen':
    case 'canvas':
      return 0.75
    case 'wool':
    case 'knit':
    case 'jersey':
    case 'suede':
    case 'corduroy':
      return 0.5
  }
}

/** A smooth displacement of a few units, the same for every path, so that seams stay on their cloth. */
const wobble = (seed: number): ((point: Point) => Point) => {
  const next = seededRandom(seed)
  const [a, b, c, d] = [next() * 6.3, next() * 6.3, next() * 6.3, next() * 6.3]
  const tilt = (next() - 0.5) * 0.016
  return ([x, y]) => [
    x + 2.4 * Math.sin(y * 0.013 + a) + 1.3 * Math.sin(y * 0.031 + x * 0.012 + b) - (y - 400) * tilt,
    y + 2.0 * Math.sin(x * 0.014 + c) + 1.1 * Math.sin(x * 0.03 + y * 0.01 + d) + (x - 300) * tilt,
  ]
}
