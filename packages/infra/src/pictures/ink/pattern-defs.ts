import type { PictureFabric, PicturePattern } from '../garment-picture'
import { seededRandom } from './seeded-random'
import { mix, type Tones } from './tones'

const SLUB_TILE = 150

const tile = (id: string, size: number, content: string): string =>
  `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">${content}</pattern>`
const rect = (x: number, y: number, w: number, h: number, fill: string, opacity = 1): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" fill-opacity="${opacity}"/>`

/** The woven or printed design over the base colour, as one pattern definition; undefined for plain cloth. */
export const patternDef = (id: string, pattern: PicturePattern, tones: Tones): string | undefined => {
  const { second, base } = tones
  switch (pattern) {
    case 'plain':
      return undefined
    case 'stripe':
      return tile(id, 20, rect(0, 0, 6, 20, second, 0.9))
    case 'check':
      return tile(
        id,
        48,
        rect(0, 0, 16, 48, second, 0.5) +
          rect(0, 0, 48, 16, second, 0.5) +
          rect(30, 0, 2, 48, second, 0.55) +
          rect(0, 30, 48, 2, second, 0.55),
      )
    case 'denim':
      return tile(id, 12, twill(12, mix(base, '#ffffff', 0.35), 0.34) + twill(12, mix(base, '#000000', 0.4), 0.22, 1.5))
    case 'floral':
      return tile(id, 92, flowers(tones))
    case 'herringbone':
      return tile(id, 24, herringbone(second))
    case 'dot':
      return tile(id, 30, [dot(7.5, 7.5, 3.1, second), dot(22.5, 22.5, 3.1, second)].join(''))
    case 'rib':
      return tile(
        id,
        9,
        rect(0, 0, 2.2, 9, '#000', 0.22) + rect(2.2, 0, 2, 9, '#000', 0.07) + rect(5.4, 0, 2, 9, '#fff', 0.1),
      )
  }
}

const dot = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`

const twill = (size: number, colour: string, opacity: number, offset = 0): string => {
  const lines: string[] = []
  for (let x = -size; x <= size; x += 3) lines.push(`M${x + offset} ${size}L${x + size + offset} 0`)
  return `<path d="${lines.join('')}" stroke="${colour}" stroke-opacity="${opacity}" stroke-width=".9"/>`
}

const herringbone = (colour: string): string => {
  const lines: string[] = []
  for (let y = -12; y <= 24; y += 4) lines.push(`M0 ${y + 12}L12 ${y}L24 ${y + 12}`)
  return `<path d="${lines.join('')}" fill="none" stroke="${colour}" stroke-opacity=".42" stroke-width="1.5"/>`
}

const flowers = ({ second, base }: Tones): string => {
  const leaf = mix(mix(base, second, 0.5), '#4d6147', 0.6)
  const heart = mix(second, '#d9a441', 0.7)
  const spots: readonly (readonly [number, number, number, number])[] = [
    [20, 22, 15, 10],
    [66, 14, 9, 40],
    [50, 56, 17, 70],
    [12, 70, 9, 20],
    [82, 78, 11, 55],
  ]
  return spots.map(([x, y, r, turn]) => flower({ x, y, r, turn, leaf, petal: second, heart })).join('')
}

interface Flower {
  readonly x: number
  readonly y: number
  readonly r: number
  readonly turn: number
  readonly leaf: string
  readonly petal: string
  readonly heart: string
}

const flower = ({ x, y, r, turn, leaf, petal, heart }: Flower): string => {
  const petals = [0, 72, 144, 216, 288].map(
    (a) =>
      `<ellipse cx="0" cy="${-r * 0.58}" rx="${r * 0.36}" ry="${r * 0.52}" transform="rotate(${a})" fill="${petal}"/>`,
  )
  const leaves = `<path d="M0 0Q${r} ${r * 0.4} ${r * 1.5} ${r * 1.3}Q${r * 0.3} ${r * 1.2} 0 0ZM0 0Q${-r} ${r * 0.2} ${-r * 1.3} ${r}Q${-r * 0.4} ${r} 0 0Z" fill="${leaf}" fill-opacity=".8"/>`
  return `<g transform="translate(${x} ${y}) rotate(${turn})">${leaves}${petals.join('')}${dot(0, 0, r * 0.2, heart)}</g>`
}

/** The structure of the cloth itself, very faint over any design; undefined where the surface is smooth. */
export const textureDef = (id: string, fabric: PictureFabric, seed: number): string | undefined => {
  switch (fabric) {
    case 'linen':
      return tile(id, SLUB_TILE, slubs(seed))
    case 'denim':
      return tile(id, 12, twill(12, '#ffffff', 0.13) + twill(12, '#000000', 0.14, 1.5))
    case 'knit':
      return tile(id, 10, knit())
    case 'corduroy':
      return tile(
        id,
        11,
        rect(0, 0, 3, 11, '#000', 0.25) + rect(3, 0, 2, 11, '#000', 0.08) + rect(6, 0, 3, 11, '#fff', 0.1),
      )
    case 'canvas':
      return tile(id, 6, rect(0, 0, 3, 3, '#000', 0.05) + rect(3, 3, 3, 3, '#fff', 0.06))
    case 'technical':
    case 'cotton':
    case 'wool':
    case 'silk':
    case 'leather':
    case 'suede':
    case 'jersey':
      return undefined
  }
}

const slubs = (seed: number): string => {
  const next = seededRandom(seed + 77)
  return Array.from({ length: 70 }, (_, i) => {
    const length = 20 + next() * 60
    const [along, across] = [next() * SLUB_TILE, next() * SLUB_TILE]
    const colour = i % 3 ? '#000' : '#fff'
    // Drawn a second time one tile back, so that a thread running over the edge goes on in the next tile.
    return [along, along - SLUB_TILE]
      .map((from) =>
        i % 2 ? rect(from, across, length, 0.7, colour, 0.055) : rect(across, from, 0.7, length, colour, 0.055),
      )
      .join('')
  }).join('')
}

const knit = (): string =>
  '<path d="M0 2.5L5 6L10 2.5M0 7.5L5 11L10 7.5M0 -2.5L5 1L10 -2.5" fill="none" stroke="#000" stroke-opacity=".13" stroke-width="1.3"/>' +
  '<path d="M5 0V10" stroke="#fff" stroke-opacity=".06" stroke-width="1.4"/>'
