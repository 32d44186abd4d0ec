import { buttons, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { group, type Part } from '../ink/part'

/** A patch pocket with a mitred foot, centred on x, its upper edge at y; with a buttoned flap if wanted. */
export const chestPocket = (x: number, y: number, width: number, height: number, flap = false): Part => {
  const [l, r, b] = [x - width / 2, x + width / 2, y + height]
  const outline = `M${l} ${y} L${r} ${y} L${r - 1} ${b - 12} L${x} ${b} L${l + 1} ${b - 12}Z`
  const body = group(
    panel(outline, { shade: 'none', round: 0.35, lifted: flap }),
    stitch(`M${l + 4} ${y} L${l + 5} ${b - 14} L${x} ${b - 5} L${r - 5} ${b - 14} L${r - 4} ${y}`),
    seam(`M${l} ${y + 12} L${r} ${y + 12}`, 0.6),
  )
  if (!flap) return body
  const lid = `M${l - 3} ${y - 6} L${r + 3} ${y - 6} L${r + 3} ${y + 18} L${x} ${y + 31} L${l - 3} ${y + 18}Z`
  return group(
    body,
    panel(lid, { shade: 'none', round: 0.4, lifted: true }),
    stitch(`M${l} ${y - 2} L${l} ${y + 15} L${x} ${y + 26} L${r} ${y + 15} L${r} ${y - 2}`),
    buttons([[x, y + 19]], { r: 6 }),
  )
}

/** A straight flap over a slanted or level pocket, as tailoring has. */
export const flapPocket = (x: number, y: number, width: number, tilt = 0): Part => {
  const [l, r] = [x - width / 2, x + width / 2]
  return group(
    panel(
      `M${l} ${y + tilt} L${r} ${y - tilt} L${r} ${y + 24 - tilt} C${r - 6} ${y + 28 - tilt} ${l + 6} ${y + 28 + tilt} ${l} ${y + 24 + tilt}Z`,
      { shade: 'none', round: 0.5, lifted: true },
    ),
    seam(`M${l} ${y + tilt} L${r} ${y - tilt}`),
  )
}

/** A cut pocket with a narrow welt. */
export const welt = (fromX: number, fromY: number, toX: number, toY: number): Part =>
  group(
    panel(`M${fromX} ${fromY} L${toX} ${toY} L${toX + 9} ${toY + 2} L${fromX + 9} ${fromY + 2}Z`, {
      shade: 'none',
      round: 0.5,
      lifted: true,
    }),
    seam(`M${fromX} ${fromY} L${toX} ${toY}`),
  )
