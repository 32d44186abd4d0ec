import type { GarmentPicture } from '../garment-picture'
import { buttons, cord, crease, seam } from '../ink/lines'
import { group, type Part } from '../ink/part'
import { SHORTS } from './leg-cut'
import { legs } from './legs'
import { chestPocket } from './pocket-parts'
import { fly, slantPockets } from './trouser-parts'
import { waistband } from './waistband'

/** Shorts, with a drawstring unless they close with a button. */
export const shorts = (spec: GarmentPicture): Part => {
  const c = SHORTS
  const gathers = [-84, -58, -32, 30, 56, 84].map((dx) =>
    crease(`M${300 + dx} ${c.waistY + 4} L${300 + dx * 1.05} ${c.waistY + 34}`, 4, 0.6),
  )
  if (spec.view === 'back')
    return group(
      legs(c),
      seam(`M300 ${c.waistY} L300 ${c.crotchY + 4}`),
      chestPocket(238, 286, 78, 84),
      chestPocket(362, 286, 78, 84),
      waistband(c, 'back', false),
      ...gathers,
    )
  return group(
    legs(c),
    fly(c),
    slantPockets(c),
    waistband(c, 'front', spec.closure === 'buttons'),
    spec.closure === 'buttons'
      ? buttons([[300, c.waistY - 10]], { r: 7 })
      : group(
          ...gathers,
          cord(`M290 ${c.waistY - 8} C282 ${c.waistY + 30} 286 ${c.waistY + 60} 276 ${c.waistY + 92}`, {
            colour: '#ece6da',
            width: 4,
          }),
          cord(`M310 ${c.waistY - 8} C320 ${c.waistY + 26} 314 ${c.waistY + 54} 324 ${c.waistY + 82}`, {
            colour: '#ece6da',
            width: 4,
          }),
        ),
  )
}
