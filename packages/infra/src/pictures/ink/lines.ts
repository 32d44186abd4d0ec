import { softFilter } from './panel'
import type { Part } from './part'
import type { Point } from './path'
import { mix } from './tones'

const stroke = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`

/** Where two panels meet: a dark line with a thread of light beside it. */
export const seam =
  (path: string, strength = 1): Part =>
  (ink) => {
    const d = ink.drape(path)
    const dark = stroke(d, ink.tones.seam, 1.5, `stroke-opacity="${0.85 * strength}"`)
    return ink.flat
      ? dark
      : `${stroke(d, ink.tones.glint, 1.2, `stroke-opacity="${0.5 * strength}" transform="translate(1.3 1.5)"`)}${dark}`
  }

/** The edge of a shape whose panels were drawn in pieces. */
export const contour =
  (path: string): Part =>
  (ink) =>
    stroke(ink.drape(path), ink.tones.outline, 1.5)

/** Top stitching: short threads, in the cloth's own colour or in `colour`. */
export const stitch =
  (path: string, colour?: string): Part =>
  (ink) =>
    ink.flat
      ? ''
      : stroke(
          ink.drape(path),
          colour ?? (ink.tones.isDark ? mix(ink.tones.base, '#ffffff', 0.3) : ink.tones.seam),
          colour ? 1.4 : 1,
          `stroke-dasharray="4.2 2.6" stroke-opacity="${colour ? 0.95 : 0.7}"`,
        )

/** A crease or gathered line, soft at its edges. */
export const crease =
  (path: string, width = 5, strength = 1): Part =>
  (ink) =>
    ink.flat
      ? ''
      : stroke(
          ink.drape(path),
          ink.tones.shade,
          width,
          `stroke-opacity="${ink.tones.shadow * 0.8 * strength}" filter="url(#${softFilter(ink, 3)})"`,
        )

/** A plain line of a colour of its own: laces, cords, straps. */
export const cord =
  (path: string, { colour, width }: { readonly colour: string; readonly width: number }): Part =>
  (ink) => {
    const d = ink.drape(path)
    ink.occupy(d)
    const body = stroke(d, mix(colour, '#15100c', 0.5), width + 1.6) + stroke(d, colour, width)
    return ink.flat
      ? body
      : body + stroke(d, '#fff', width * 0.3, 'stroke-opacity=".25" transform="translate(-.8 -.6)"')
  }

/** Sewn buttons with four holes. */
export const buttons =
  (points: readonly Point[], { r = 6, colour }: { readonly r?: number; readonly colour?: string } = {}): Part =>
  (ink) => {
    const fill = colour ?? mix(ink.tones.base, ink.tones.isDark ? '#6b5f55' : '#f3ece0', ink.tones.isDark ? 0.4 : 0.62)
    const rim = mix(fill, '#15100c', 0.5)
    return points
      .map(ink.place)
      .map(([x, y]) => {
        const [cx, cy] = [x.toFixed(1), y.toFixed(1)]
        const disc = `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}" stroke="${rim}" stroke-width="1"/>`
        if (ink.flat) return disc
        const hole = r * 0.28
        const holes = [-1, 1].flatMap((i) =>
          [-1, 1].map(
            (j) =>
              `<circle cx="${(x + i * hole).toFixed(1)}" cy="${(y + j * hole).toFixed(1)}" r="${(r * 0.13).toFixed(2)}" fill="${rim}"/>`,
          ),
        )
        return `<circle cx="${cx}" cy="${(y + 2).toFixed(1)}" r="${r + 0.6}" fill="#0d0804" fill-opacity=".35"/>${disc}<circle cx="${cx}" cy="${cy}" r="${(r * 0.68).toFixed(1)}" fill="none" stroke="${rim}" stroke-opacity=".45" stroke-width=".8"/>${holes.join('')}`
      })
      .join('')
  }

/** A metal zip: tape, teeth, and a puller at its start. */
export const zip =
  (path: string, pullAt: Point, metal = '#b9b2a4'): Part =>
  (ink) => {
    const d = ink.drape(path)
    const [x, y] = ink.place(pullAt)
    return (
      stroke(d, ink.tones.seam, 9) +
      stroke(d, mix(metal, '#15100c', 0.35), 4) +
      stroke(d, metal, 3.4, 'stroke-dasharray="1.6 1.8"') +
      `<path d="M${(x - 3).toFixed(1)} ${y.toFixed(1)}h6l1.5 17h-9z" fill="${metal}" stroke="#3a342c" stroke-width="1"/>`
    )
  }

/** The woven label in the neck. */
export const label =
  ([x, y]: Point, { width = 34, height = 17 } = {}): Part =>
  (ink) => {
    const [cx, cy] = ink.place([x, y])
    const left = (cx - width / 2).toFixed(1)
    return `<rect x="${left}" y="${cy.toFixed(1)}" width="${width}" height="${height}" rx="1" fill="#ece6da" stroke="#8a8073" stroke-width=".8"/><path d="M${(cx - width * 0.28).toFixed(1)} ${(cy + height / 2).toFixed(1)}h${(width * 0.56).toFixed(1)}" stroke="#3a342c" stroke-width="1.6"/>`
  }
