import { swatchSvg } from './draw-swatch-cloth'
import type { GarmentPicture } from './garment-picture'
import { partsOf } from './garments/parts-of'
import { clothFilter } from './ink/cloth-filter'
import { createInk, type Ink } from './ink/ink'
import type { Box } from './ink/region'
import { castShadow, studio } from './ink/studio'
import { svgDocument } from './svg-document'

export interface DrawingOptions {
  /** Device pixels; 600 by default. The height is four thirds of it. */
  readonly width?: number
  /** Without light, folds and weave. */
  readonly flat?: boolean
}

/** The product picture as a self-contained SVG document, 3:4; the same specification gives the same text. */
export const drawGarment = (spec: GarmentPicture, { width = 600, flat = false }: DrawingOptions = {}): string => {
  if (spec.view === 'detail') return swatchSvg(spec, { width, flat })
  const ink = createInk(spec, { flat })
  const figure = drawFigure(ink)
  const backdrop = studio(ink)
  return svgDocument({ width, height: Math.round((width * 4) / 3), defs: ink.defs(), content: backdrop + figure })
}

const FRAME = { width: 500, height: 664, centreX: 300, centreY: 398 } as const

/** The garment with its light and shadow, enlarged or reduced to fill the photographer's frame, without a backdrop. */
export const drawFigure = (ink: Ink): string => {
  const body = partsOf(ink.spec)(ink)
  const [left, top, right, bottom] = ink.bounds()
  const scale = Math.min(FRAME.width / (right - left), FRAME.height / (bottom - top), 1.22)
  const [dx, dy] = [FRAME.centreX - ((left + right) / 2) * scale, FRAME.centreY - ((top + bottom) / 2) * scale]
  const box: Box = [left * scale + dx, top * scale + dy, right * scale + dx, bottom * scale + dy]
  const placed = `<g transform="translate(${dx.toFixed(1)} ${dy.toFixed(1)}) scale(${scale.toFixed(4)})">${body}</g>`
  if (ink.flat) return placed
  return `<g filter="url(#${castShadow(ink, box)})"><g filter="url(#${clothFilter(ink, box)})">${placed}</g></g>`
}
