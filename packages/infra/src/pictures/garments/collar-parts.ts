import { buttons, contour, crease, label, seam, stitch } from '../ink/lines'
import { type PanelStyle, panel } from '../ink/panel'
import { both, group, type Part } from '../ink/part'
import { symmetric } from '../ink/path'
import { neckPoint, type TopCut } from './top-cut'

/** The inside of the back, seen through the neck opening, with the woven label. */
export const insideNeck = (cut: TopCut, rise = 10): Part => {
  const [x, y] = neckPoint(cut)
  const low = y + cut.drop + 26
  return group(
    panel(
      symmetric(
        `M300 ${y - rise + 7} C${x + 30} ${y - rise + 7} ${x + 8} ${y - 4} ${x - 4} ${y + 2} L${x} ${y + cut.drop * 0.6} L300 ${low}`,
      ),
      { cloth: 'inside', shade: 'none', round: 1.4 },
    ),
    label([300, y + 14]),
  )
}

/** A shirt collar: stand and two leaves with points, buttoned at the neck. */
export const pointCollar = (cut: TopCut, { spread = 22, fall = 66, open = 7 } = {}): Part => {
  const [x, y] = neckPoint(cut)
  const tip = 300 - spread - 12
  const outer = `C${x - 5} ${y + 24} ${tip - 15} ${y + fall - 20} ${tip} ${y + fall}`
  const inner = `C${x + 30} ${y + 20} ${x + 16} ${y + 13} ${x + 14} ${y + 5} C${x + 26} ${y + 1} 285 ${y} 300 ${y}`
  const leaf = `M300 ${y - 14} C${x + 26} ${y - 15} ${x + 6} ${y - 10} ${x - 3} ${y + 4} ${outer} L${300 - open} ${y + 27} ${inner}`
  const stand = `M300 ${y + 2} C280 ${y + 2} ${x + 20} ${y + 4} ${x + 12} ${y + 6} C${x + 16} ${y + 14} ${x + 32} ${y + 24} 300 ${y + 44} L300 ${y + 20}Z`
  const opening = `M300 ${y - 12} C${x + 26} ${y - 13} ${x + 8} ${y - 8} ${x} ${y + 3} C${x + 20} ${y + 20} 280 ${y + 30} 300 ${y + 34}`
  return group(
    panel(symmetric(opening), { cloth: 'inside', shade: 'none' }),
    label([300, y + 3], { width: 30, height: 14 }),
    both((path, side) =>
      group(
        panel(path(stand), { grain: 90, shade: 'none', round: 0.4, outlined: false }),
        panel(path(`${leaf}Z`), { grain: side * -38, lifted: true, shade: 'none', round: 0.7, outlined: false }),
        stitch(
          path(
            `M${x + 1} ${y + 8} C${x} ${y + 24} ${tip - 9} ${y + fall - 24} ${tip + 2} ${y + fall - 8} L${295 - open} ${y + 30}`,
          ),
        ),
      ),
    ),
    contour(symmetric(leaf)),
  )
}

/** A stand collar without leaves. */
export const bandCollar = (cut: TopCut): Part => {
  const [x, y] = neckPoint(cut)
  return group(
    panel(
      symmetric(
        `M300 ${y - 14} C${x + 30} ${y - 14} ${x + 10} ${y - 12} ${x + 4} ${y - 6} L${x + 10} ${y + 20} L300 ${y + 44}`,
      ),
      { cloth: 'inside', shade: 'none' },
    ),
    label([300, y]),
    both((path) =>
      panel(
        path(
          `M${x + 3} ${y - 8} C${x + 6} ${y + 14} ${x + 26} ${y + 28} 301 ${y + 40} L301 ${y + 62} C${x + 22} ${y + 50} ${x - 4} ${y + 28} ${x - 5} ${y + 2}Z`,
        ),
        { grain: 60, lifted: true, shade: 'none', round: 0.6 },
      ),
    ),
    buttons([[300, y + 51]], { r: 5 }),
  )
}

/** A rib around a round or V neckline, as knitted garments have. */
export const ribNeck = (cut: TopCut, width: number, style: PanelStyle = {}): Part => {
  const [x, y] = neckPoint(cut)
  const inner = cut.vNeck
    ? `M300 ${y + cut.drop} C${300 - cut.neck * 0.4} ${y + cut.drop * 0.62} ${x - 2} ${y + cut.drop * 0.3} ${x} ${y}`
    : `M300 ${y + cut.drop} C${300 - cut.neck * 0.62} ${y + cut.drop} ${x + 3} ${y + cut.drop * 0.62} ${x} ${y}`
  const outerLow = y + cut.drop + width * (cut.vNeck ? 1.5 : 1)
  const outer = cut.vNeck
    ? `L${x - width} ${y + 4} C${x - width} ${y + cut.drop * 0.34} ${300 - cut.neck * 0.5} ${outerLow - cut.drop * 0.36} 300 ${outerLow}`
    : `L${x - width} ${y + 4} C${x - width + 2} ${y + cut.drop * 0.68} ${300 - cut.neck * 0.72} ${outerLow} 300 ${outerLow}`
  return group(
    both((path) =>
      panel(path(`${inner} ${outer}Z`), {
        shade: 'none',
        round: 0.5,
        lifted: true,
        outlined: false,
        plain: true,
        ...style,
      }),
    ),
    seam(inner, 0.9),
    seam(outer.replace('L', 'M'), 0.8),
    both((path) =>
      group(seam(path(inner), 0.7), seam(path(outer.replace('L', 'M')), 0.7), stitch(path(outer.replace('L', 'M')))),
    ),
  )
}

/** A folded-over high neck. */
export const rollNeck = (cut: TopCut): Part => {
  const [x, y] = neckPoint(cut)
  return group(
    panel(
      symmetric(
        `M300 ${y - 46} C${x + 26} ${y - 46} ${x + 6} ${y - 40} ${x + 4} ${y - 32} L${x + 10} ${y - 10} L300 ${y}`,
      ),
      { cloth: 'inside', shade: 'none' },
    ),
    panel(
      symmetric(
        `M300 ${y - 26} C${x + 34} ${y - 26} ${x + 12} ${y - 30} ${x + 3} ${y - 40} C${x - 2} ${y - 20} ${x - 6} ${y + 2} ${x - 4} ${y + 12} C${x + 20} ${y + 34} 280 ${y + 38} 300 ${y + 38}`,
      ),
      { lifted: true, round: 1 },
    ),
    crease(`M${x + 10} ${y + 14} C${x + 30} ${y + 24} 330 ${y + 26} ${590 - x} ${y + 14}`, 4, 0.5),
  )
}

/** The back of the neck: a collar fallen over, a rib, or a plain edge. */
export const backNeck = (cut: TopCut, kind: 'collar' | 'rib' | 'plain'): Part => {
  const [x, y] = neckPoint(cut)
  if (kind === 'collar')
    return panel(
      symmetric(
        `M300 ${y - 17} C${x + 24} ${y - 18} ${x + 4} ${y - 12} ${x - 5} ${y + 6} C${x - 8} ${y + 16} ${x - 12} ${y + 26} ${x - 10} ${y + 30} C${x + 20} ${y + 20} 280 ${y + 17} 300 ${y + 17}`,
      ),
      { grain: 90, lifted: true, round: 0.8 },
    )
  const band = kind === 'rib' ? 14 : 5
  return panel(
    symmetric(
      `M300 ${y + 4} C${x + 26} ${y + 4} ${x + 8} ${y + 2} ${x} ${y - 1} L${x - band} ${y + 3} C${x + 4} ${y + 6 + band} ${x + 26} ${y + 6 + band} 300 ${y + 6 + band}`,
    ),
    { shade: 'none', round: 0.4, plain: true },
  )
}
