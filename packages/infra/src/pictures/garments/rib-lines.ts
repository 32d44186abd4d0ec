import type { Part } from '../ink/part'
import type { Point } from '../ink/path'

interface Ribs {
  readonly from: Point
  readonly to: Point
  readonly height: number
  /** How much deeper the middle hangs than the ends. */
  readonly sag?: number
  readonly step?: number
}

/** The columns of a ribbed band, drawn one by one so that they follow its curve. */
export const ribs =
  ({ from: [x1, y1], to: [x2, y2], height, sag = 0, step = 7 }: Ribs): Part =>
  (ink) => {
    if (ink.flat) return ''
    const count = Math.round(Math.abs(x2 - x1) / step)
    const columns = Array.from({ length: count - 1 }, (_, i) => {
      const t = (i + 1) / count
      const x = x1 + (x2 - x1) * t
      const y = y1 + (y2 - y1) * t + sag * Math.sin(Math.PI * t)
      return `M${x.toFixed(1)} ${y.toFixed(1)}L${(x + (300 - x) * 0.02).toFixed(1)} ${(y + height - 2).toFixed(1)}`
    })
    const d = ink.drape(columns.join(''))
    return `<path d="${d}" stroke="${ink.tones.seam}" stroke-opacity=".5" stroke-width="2.1"/><path d="${d}" stroke="${ink.tones.glint}" stroke-opacity=".45" stroke-width="1.6" transform="translate(2.4 0)"/>`
  }
