/** One absolute path segment; the drawings use M, L, C, Q and Z only. */
interface Segment {
  readonly command: string
  readonly points: readonly Point[]
}
export type Point = readonly [x: number, y: number]

/** Width and height of the drawing plane; pictures are 3:4. */
export const PLANE = { width: 600, height: 800 } as const

const parsePath = (d: string): Segment[] =>
  Array.from(d.matchAll(/([MLCQZ])([^MLCQZ]*)/g), ([, command = '', tail = '']) => {
    const numbers = (tail.match(/-?\d*\.?\d+/g) ?? []).map(Number)
    const points: Point[] = []
    for (let i = 0; i + 1 < numbers.length; i += 2) points.push([numbers[i] ?? 0, numbers[i + 1] ?? 0])
    return { command, points }
  })

const round = (n: number): string => String(Math.round(n * 10) / 10)
const formatPath = (segments: readonly Segment[]): string =>
  segments.map(({ command, points }) => command + points.map(([x, y]) => `${round(x)} ${round(y)}`).join(' ')).join('')

/** The path with every point, control points included, moved by `move`. */
export const mapPath = (d: string, move: (point: Point) => Point): string =>
  formatPath(parsePath(d).map(({ command, points }) => ({ command, points: points.map(move) })))

/** The path seen in a mirror standing on the plane's vertical axis. */
export const mirror = (d: string): string => mapPath(d, ([x, y]) => [PLANE.width - x, y])

/** The path moved by (dx, dy). */
export const shift = (d: string, dx: number, dy: number): string => mapPath(d, ([x, y]) => [x + dx, y + dy])

const lastPoint = (segment: Segment | undefined): Point => segment?.points.at(-1) ?? [0, 0]

/** The same open line, drawn from its end to its start. */
export const reversed = (d: string): string => {
  const segments = parsePath(d)
  const back: Segment[] = [{ command: 'M', points: [lastPoint(segments.at(-1))] }]
  for (let i = segments.length - 1; i > 0; i--) {
    const { command, points } = segments[i] ?? { command: 'L', points: [] }
    back.push({ command, points: [...points.slice(0, -1).reverse(), lastPoint(segments[i - 1])] })
  }
  return formatPath(back)
}

/** A closed shape from its left half: `half` runs from the axis at the top, down the left side, to the axis again. */
export const symmetric = (half: string): string => `${half} ${reversed(mirror(half)).replace(/^M[^MLCQZ]*/, '')}Z`

/** A lens between two points, bowed sideways by `bow` and `width` wide in its middle: the shape of a fold's shadow. */
export const lens = ([x1, y1]: Point, [x2, y2]: Point, { bow = 0, width = 10 } = {}): string => {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const [nx, ny] = [-(y2 - y1) / length, (x2 - x1) / length]
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2]
  const side = (offset: number) => `${round(mx + nx * offset)} ${round(my + ny * offset)}`
  return `M${x1} ${y1} Q${side(bow * 2 + width)} ${x2} ${y2} Q${side(bow * 2 - width)} ${x1} ${y1}Z`
}
