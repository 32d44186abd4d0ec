import { classNames } from '@/components/class-names'
import { Moment } from '../frame/moment'
import { LAYER_WORDS, LAYERS, type Layer, layerPath, layersOf, niceTop, type StateWithIncoming } from './stack'

const WIDTH = 1_000
const HEIGHT = 100

/** Colour, and for what is not on the shelf a hatch: told apart without colour by their order and the words below. */
const LOOKS: Readonly<Record<Layer, string>> = {
  allocated: 'fill-ink',
  reserved: 'fill-thread',
  unavailable: 'fill-edge',
  available: 'fill-kelp',
  incoming: 'fill-none stroke-weld',
}
const SWATCHES: Readonly<Record<Layer, string>> = {
  allocated: 'bg-ink',
  reserved: 'bg-thread',
  unavailable: 'bg-edge',
  available: 'bg-kelp',
  incoming: 'border border-dashed border-weld',
}

export type ChartPoint = StateWithIncoming & { readonly at: Date }

/** What lay on the shelf over time, by what was owed on it; `at` and `from` mark moments. */
export const StackedChart = ({
  points,
  at,
  from,
  state,
}: {
  points: readonly ChartPoint[]
  at: Date
  from: Date | undefined
  /** The state at `at`, for the figures below. */
  state: StateWithIncoming
}) => {
  const first = points[0]?.at.getTime() ?? 0
  const last = points.at(-1)?.at.getTime() ?? first + 1
  const xOf = (moment: Date): number => ((moment.getTime() - first) / Math.max(1, last - first)) * WIDTH
  const drawn = points.map((point) => ({ x: xOf(point.at), layers: layersOf(point) }))
  const top = niceTop(Math.max(...drawn.map(({ layers }) => LAYERS.reduce((sum, layer) => sum + layers[layer], 0))))
  const now = layersOf(state)
  const marks = [...(from ? [['from', from] as const] : []), ['at', at] as const]
  return (
    <figure className="figures border border-rule bg-raised p-3">
      <div className="flex gap-3">
        <div aria-hidden="true" className="flex h-48 flex-col justify-between text-right text-label text-soft">
          {[top, top / 2, 0].map((units) => (
            <span key={units} className="leading-flush">
              {units}
            </span>
          ))}
        </div>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`On hand from ${points[0]?.onHand ?? 0} to ${points.at(-1)?.onHand ?? 0}, ${points.length} moments. The table below has the figures of the chosen one.`}
          className="block h-48 w-full min-w-0 overflow-visible"
        >
          {LAYERS.map((layer) => (
            <path
              key={layer}
              d={layerPath(drawn, layer, { width: WIDTH, height: HEIGHT, top })}
              strokeDasharray={layer === 'incoming' ? '4 3' : undefined}
              vectorEffect="non-scaling-stroke"
              className={LOOKS[layer]}
            />
          ))}
          {marks.map(([name, moment]) => (
            <path
              key={name}
              d={`M${Math.min(WIDTH, Math.max(0, xOf(moment))).toFixed(2)} 0 V${HEIGHT}`}
              strokeWidth="2"
              strokeDasharray={name === 'from' ? '3 3' : undefined}
              vectorEffect="non-scaling-stroke"
              className="stroke-ink"
            />
          ))}
        </svg>
      </div>
      <div className="flex justify-between gap-3 pt-1 pl-8 text-label text-soft">
        {[points[0], points.at(-1)].map((end, n) =>
          end ? <Moment key={n === 0 ? 'first' : 'last'} at={end.at} look="short" /> : null,
        )}
      </div>
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 pt-3 text-note text-soft">
        {[...LAYERS].reverse().map((layer) => (
          <span key={layer} className="inline-flex items-center gap-2">
            <span aria-hidden="true" className={classNames('inline-block size-3', SWATCHES[layer])} />
            {LAYER_WORDS[layer]} <span className="text-ink">{now[layer]}</span>
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
