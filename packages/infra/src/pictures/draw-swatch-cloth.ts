import type { GarmentPicture, PictureFabric } from './garment-picture'
import { clothFilter } from './ink/cloth-filter'
import { createInk } from './ink/ink'
import { seam, stitch } from './ink/lines'
import { panel } from './ink/panel'
import { group } from './ink/part'
import { lens } from './ink/path'
import { svgDocument } from './svg-document'

/** A close-up of the cloth alone, 600 x 800, draped, with its finished edge. */
export const drawSwatchCloth = (hex: string, fabric: PictureFabric): string =>
  swatchSvg(
    {
      garment: 'scarf',
      colourHex: hex,
      pattern: fabric === 'denim' ? 'denim' : 'plain',
      fabric,
      view: 'detail',
      seed: 1,
    },
    { width: 600, flat: false },
  )

/** The detail view: the variant's cloth at about twice life size, with a hem folded back over it. */
export const swatchSvg = (
  spec: GarmentPicture,
  { width, flat }: { readonly width: number; readonly flat: boolean },
): string => {
  const ink = createInk(spec, { flat })
  const { tones } = ink
  const cloth = group(
    panel('M-400 -500 L1000 -500 L1000 1300 L-400 1300Z', {
      grain: 14,
      shade: 'none',
      outlined: false,
      folds: [
        lens([60, 300], [640, 130], { bow: 40, width: 16 }),
        lens([110, 500], [640, 330], { bow: -24, width: 20 }),
      ],
      lights: [
        lens([60, 268], [640, 98], { bow: 40, width: 22 }),
        lens([110, 460], [640, 288], { bow: -24, width: 26 }),
      ],
    }),
    panel('M60 520 C200 500 290 520 380 470 C440 438 500 420 600 400 L700 900 L-100 900Z', {
      grain: -16,
      lifted: true,
      shade: 'none',
      round: 1.4,
    }),
    stitch('M60 532 C200 512 290 532 384 480 C444 448 504 430 604 410'),
    seam('M60 554 C200 534 290 554 392 500 C452 468 512 450 612 430', 0.7),
    stitch(
      'M60 549 C200 529 290 549 390 495 C450 463 510 445 610 425',
      spec.fabric === 'denim' ? '#c08040' : undefined,
    ),
  )(ink)
  const scaled = `<g transform="translate(300 400) scale(2) translate(-300 -400)">${cloth}</g>`
  const lit = flat ? scaled : `<g filter="url(#${clothFilter(ink, [0, 0, 600, 800])})">${scaled}</g>`
  const backdrop = `<rect width="600" height="800" fill="${tones.base}"/>`
  return svgDocument({ width, height: Math.round((width * 4) / 3), defs: ink.defs(), content: backdrop + lit })
}
