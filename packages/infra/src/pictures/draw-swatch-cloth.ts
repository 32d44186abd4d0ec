import type { GarmentPicture, PictureFabric } from './garment-picture'
import { clothFilter } from './ink/cloth-filter'
import { createInk } from './ink/ink'
import { cord, crease, seam, stitch } from './ink/lines'
import { panel } from './ink/panel'
import { group, when } from './ink/part'
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
    panel('M-300 -400 L900 -400 L900 1200 L-300 1200Z', {
      grain: 24,
      shade: 'none',
      outlined: false,
      folds: [
        lens([-120, 330], [720, 60], { bow: 60, width: 44 }),
        lens([-60, 620], [700, 300], { bow: -50, width: 52 }),
        lens([120, 900], [720, 590], { bow: 36, width: 40 }),
      ],
      lights: [
        lens([-120, 270], [720, 0], { bow: 60, width: 40 }),
        lens([-60, 545], [700, 225], { bow: -50, width: 46 }),
        lens([120, 840], [720, 520], { bow: 36, width: 34 }),
      ],
    }),
    panel('M-80 660 C120 600 330 640 470 560 C560 510 640 470 760 440 L760 1000 L-80 1000Z', {
      grain: -12,
      lifted: true,
      shade: 'right',
    }),
    seam('M-80 712 C120 652 330 692 476 612 C566 562 640 522 760 492', 0.8),
    stitch('M-80 704 C120 644 330 684 474 604 C564 554 640 514 760 484'),
    when(spec.fabric === 'knit', crease('M-80 724 C120 664 330 704 480 624', 5, 0.6)),
    when(
      spec.fabric === 'denim',
      cord('M-80 676 C120 616 330 656 470 576 C560 526 640 486 760 456', { colour: '#c9823f', width: 1.6 }),
    ),
  )(ink)
  const scaled = `<g transform="translate(300 400) scale(1.9) translate(-300 -400)">${cloth}</g>`
  const lit = flat ? scaled : `<g filter="url(#${clothFilter(ink)})">${scaled}</g>`
  const backdrop = `<rect width="600" height="800" fill="${tones.base}"/>`
  return svgDocument({ width, height: Math.round((width * 4) / 3), defs: ink.defs(), content: backdrop + lit })
}
