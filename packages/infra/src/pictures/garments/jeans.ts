import type { GarmentPicture } from '../garment-picture'
import { buttons, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { both, group, type Part } from '../ink/part'
import { STRAIGHT } from './leg-cut'
import { hem, legs } from './legs'
import { fly } from './trouser-parts'
import { waistband } from './waistband'

const TAN = '#c08040'

/** Five-pocket jeans: rivets, tan stitching, yoke and patch pockets behind. */
export const jeans = (spec: GarmentPicture): Part => {
  const c = STRAIGHT
  const side = both((path) =>
    stitch(
      path(
        `M${306 - c.waist} ${c.waistY + 6} C${300 - c.waist} ${c.waistY + 60} ${306 - c.hip} ${c.waistY + 90} ${306 - c.hip} ${c.waistY + 140}`,
      ),
      TAN,
    ),
  )
  const bandStitch = group(
    stitch(
      `M${306 - c.waist} ${c.waistY - 3} C${300 - c.waist * 0.4} ${c.waistY + 3} ${300 + c.waist * 0.4} ${c.waistY + 3} ${294 + c.waist} ${c.waistY - 3}`,
      TAN,
    ),
  )
  const hems = both((path) => stitch(path(hem(c, 13)), TAN))
  if (spec.view === 'back')
    return group(
      legs(c),
      side,
      hems,
      seam(`M300 ${c.waistY + 44} L300 ${c.crotchY + 4}`),
      stitch(`M304 ${c.waistY + 48} L304 ${c.crotchY - 4}`, TAN),
      both((path) =>
        group(
          seam(path(`M${301 - c.waist - 4} ${c.waistY + 26} L300 ${c.waistY + 46}`)),
          stitch(path(`M${301 - c.waist - 4} ${c.waistY + 31} L300 ${c.waistY + 51}`), TAN),
        ),
      ),
      both((path) =>
        group(
          panel(path('M208 168 L278 174 L276 244 L240 262 L206 238Z'), { shade: 'none', round: 0.5, lifted: true }),
          stitch(path('M212 172 L273 178 L271 241 L240 256 L211 235Z'), TAN),
          stitch(path('M211 204 C226 222 232 206 242 216 C252 206 258 224 272 208'), TAN),
        ),
      ),
      waistband(c, 'back'),
      bandStitch,
      panel(`M352 ${c.waistY - 20} L384 ${c.waistY - 22} L385 ${c.waistY - 2} L353 ${c.waistY}Z`, {
        cloth: { hex: '#a8743f' },
        shade: 'none',
        round: 0.6,
      }),
    )
  return group(
    legs(c),
    side,
    hems,
    fly(c),
    stitch(
      `M323 ${c.waistY + 4} L323 ${c.crotchY - 70} C323 ${c.crotchY - 42} 314 ${c.crotchY - 32} 303 ${c.crotchY - 26}`,
      TAN,
    ),
    both((path) => {
      const mouth = `M${300 - c.waist * 0.42} ${c.waistY + 4} C${300 - c.waist * 0.46} ${c.waistY + 44} ${300 - c.waist * 0.8} ${c.waistY + 58} ${296 - c.waist - 4} ${c.waistY + 56}`
      return group(
        panel(path(`${mouth} L${300 - c.waist} ${c.waistY + 2}Z`), {
          cloth: 'pale',
          shade: 'none',
          round: 1.2,
          outlined: false,
        }),
        seam(path(mouth)),
        stitch(path(mouth), TAN),
      )
    }),
    waistband(c, 'front'),
    bandStitch,
    buttons([[300, c.waistY - 8]], { r: 7, colour: '#b98a55' }),
    buttons(
      [
        [300 - c.waist * 0.46, c.waistY + 12],
        [296 - c.waist + 2, c.waistY + 52],
        [300 + c.waist * 0.46, c.waistY + 12],
        [304 + c.waist - 2, c.waistY + 52],
      ],
      { r: 2.6, colour: '#c9996a' },
    ),
  )
}
