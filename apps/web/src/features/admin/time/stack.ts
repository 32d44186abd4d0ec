import type { StockState } from '@selvedge/core'

/** Layers of the chart from the floor up: what lies on the shelf, by what is owed on it, and what is to come. */
export const LAYERS = ['allocated', 'reserved', 'unavailable', 'available', 'incoming'] as const
export type Layer = (typeof LAYERS)[number]

export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  allocated: 'Allocated',
  reserved: 'Reserved',
  unavailable: 'Unavailable',
  available: 'Free',
  incoming: 'Incoming',
}

/** A record's state with the units that shipments on their way were to bring to it. */
export type StateWithIncoming = StockState & { readonly incoming: number }

/** A state as layers: the first four add up to what is on hand, as far as promises do not go beyond it. */
export const layersOf = (state: StateWithIncoming): Readonly<Record<Layer, number>> => ({
  allocated: Math.max(0, state.allocated),
  reserved: Math.max(0, state.reserved),
  unavailable: Math.max(0, state.unavailable),
  available: Math.max(0, state.onHand - state.allocated - state.reserved - state.unavailable),
  incoming: Math.max(0, state.incoming),
})

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** The end of an axis that has a whole half and holds every value. */
export const niceTop = (most: number): number => {
  const scale = 10 ** Math.floor(Math.log10(Math.max(2, most)))
  return STEPS.map((step) => step * scale).find((top) => top >= most && Number.isInteger(top / 2)) ?? most * 2
}

type Point = { readonly x: number; readonly layers: Readonly<Record<Layer, number>> }

/** The outline of one layer over all points, as an SVG path in steps: a figure holds until it moves. */
export const layerPath = (
  points: readonly Point[],
  layer: Layer,
  { width, height, top }: { width: number; height: number; top: number },
): string => {
  const below = LAYERS.slice(0, LAYERS.indexOf(layer))
  const y = (units: number): string => (height - (units / top) * height).toFixed(2)
  const floor = points.map(({ layers }) => below.reduce((sum, lower) => sum + layers[lower], 0))
  const roof = points.map(({ layers }, n) => (floor[n] ?? 0) + layers[layer])
  const end = (n: number): string => (points[n + 1]?.x ?? width).toFixed(2)
  const along = roof.map(
    (units, n) => `${n === 0 ? `M${points[0]?.x.toFixed(2)}` : 'V'}${n === 0 ? ` ${y(units)}` : y(units)} H${end(n)}`,
  )
  const back = floor
    .map((_, n) => floor.length - 1 - n)
    .map((n) => `V${y(floor[n] ?? 0)} H${(points[n]?.x ?? 0).toFixed(2)}`)
  return `${along.join(' ')} ${back.join(' ')} Z`
}
