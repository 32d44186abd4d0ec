import sharp from 'sharp'
import { drawGarment } from './draw-garment'
import type { GarmentPicture } from './garment-picture'
import type { PictureFormat, pictureFormats } from './picture-format'

/** Settings of the encoders. AVIF costs about ten times the time of WebP for a fifth less weight. */
export const ENCODING = {
  webp: { quality: 84, effort: 2 },
  avif: { quality: 60, effort: 3 },
} as const satisfies Record<(typeof pictureFormats)[number], object>

interface RenderOptions {
  /** Device pixels; the height is four thirds of it. */
  readonly width: number
  readonly format: PictureFormat
}

/** The finished picture. Rendering takes a few hundred milliseconds of CPU: on a server ask the picture store instead. */
export const renderPicture = async (spec: GarmentPicture, { width, format }: RenderOptions): Promise<Buffer> => {
  const image = sharp(Buffer.from(drawGarment(spec, { width })))
  return format === 'webp' ? image.webp(ENCODING.webp).toBuffer() : image.avif(ENCODING.avif).toBuffer()
}

/**
 * How wide a flat drawing says it is, in pixels. No picture is that small, so a page can tell by the size of what
 * arrived that it is a drawing for the moment and ask again; shown, it fills its frame like any vector.
 */
export const SKETCH_WIDTH = 3

/** A flat drawing without light, folds or weave: a short SVG text, cheap enough for every request. */
export const renderFlat = (spec: GarmentPicture): string => drawGarment(spec, { width: SKETCH_WIDTH, flat: true })
