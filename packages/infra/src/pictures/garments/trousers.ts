import type { GarmentPicture } from '../garment-picture'
import { buttons, crease, seam } from '../ink/lines'
import { both, group, type Part } from '../ink/part'
import { SLIM, TAILORED, WIDE } from './leg-cut'
import { legs } from './legs'
import { backPockets, fly, pleats, slantPockets } from './trouser-parts'
import { waistband } from './waistband'

/** Chinos: slanted pockets, welts behind, top-stitched fly. */
export const chinos = (spec: GarmentPicture): Part =>
  spec.view === 'back'
    ? group(legs(SLIM), backPockets(SLIM), waistband(SLIM, 'back'))
    : group(
        legs(SLIM),
        fly(SLIM),
        slantPockets(SLIM),
        waistband(SLIM, 'front'),
        buttons([[300, SLIM.waistY - 8]], { r: 6 }),
      )

/** Tailored trousers with a pressed crease. */
export const tailoredTrousers = (spec: GarmentPicture): Part =>
  spec.view === 'back'
    ? group(legs(TAILORED, true), backPockets(TAILORED), waistband(TAILORED, 'back'))
    : group(
        legs(TAILORED, true),
        fly(TAILORED),
        slantPockets(TAILORED),
        pleats(TAILORED),
        waistband(TAILORED, 'front'),
        seam(`M312 ${TAILORED.waistY - 22} L312 ${TAILORED.waistY + 6}`),
      )

/** Wide trousers: pleats, long fall from the hip. */
export const wideTrousers = (spec: GarmentPicture): Part => {
  const fall = both((path) =>
    group(
      crease(path('M212 300 C200 440 190 560 186 700'), 9, 0.6),
      crease(path('M262 350 C262 480 256 600 252 700'), 8, 0.6),
      crease(path('M170 480 C160 560 156 640 152 700'), 7, 0.5),
    ),
  )
  return spec.view === 'back'
    ? group(legs(WIDE, true), fall, backPockets(WIDE), waistband(WIDE, 'back'))
    : group(
        legs(WIDE, true),
        fall,
        fly(WIDE),
        slantPockets(WIDE),
        pleats(WIDE),
        waistband(WIDE, 'front'),
        buttons([[300, WIDE.waistY - 7]], { r: 6 }),
      )
}
