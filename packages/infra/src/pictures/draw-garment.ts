import { swatchSvg } from './draw-swatch-cloth'
import type { GarmentPicture } from './garment-picture'
import { partsOf } from './garments/parts-of'
import { clothFilter } from './ink/cloth-filter'
import { createInk, type Ink } from './ink/ink'
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
  const body = fitted(ink, partsOf(spec)(ink))
  const backdrop = studio(ink)
  const figure = flat
    ? body
    : `<g filter="url(#${castShadow(ink)})"><g filter="url(#${clothFilter(ink)})">${body}</g></g>`
  return svgDocument({ width, height: Math.round((width * 4) / 3), defs: ink.defs(), content: backdrop + figure })
}

const FRAME = { width: 500, height: 664, centreX: 300, centreY: 398 } as const

/** Enlarged or reduced to fill the photographer's frame; small things stay somewhat smaller than coats. */
const fitted = (ink: Ink, body: string): string => {
  const [left, top, right, bottom] = ink.bounds()
  const scale = Math.min(FRAME.width / (right - left), FRAME.height / (bottom - top), 1.22)
  const [dx, dy] = [FRAME.centreX - ((left + right) / 2) * scale, FRAME.centreY - ((top + bottom) / 2) * scale]
  return `<g transform="translate(${dx.toFixed(1)} ${dy.toFixed(1)}) scale(${scale.toFixed(4)})">${body}</g>`
}
