import { addDays, type ForecastDetail } from '@selvedge/core'
import { dayWords, unitsWords } from './forecast-words'

const WIDTH = 1_000
const HEIGHT = 240
const SHOWN_WEEKS = 39

/** What was sold, what is expected with its 80 % band, and the weeks in which supply arrives. */
export const ForecastChart = ({ detail }: { detail: ForecastDetail }) => {
  const past = detail.history.slice(-SHOWN_WEEKS)
  const weeks = past.length + detail.weekly.length
  const step = WIDTH / Math.max(1, weeks)
  const today = detail.madeAt.toISOString().slice(0, 10)
  const overdue = detail.arrivals.filter(({ on }) => on < today)
  const arriving = detail.arrivals
    .filter(({ on }) => on >= today)
    .flatMap(({ on, units }) => {
      const nth = Math.floor((Date.parse(on) - Date.parse(detail.firstWeek)) / 604_800_000)
      return nth < detail.weekly.length ? [{ nth: Math.max(0, nth), on, units }] : []
    })
  const top = Math.max(2, ...past.map((units) => units ?? 0), ...detail.high)
  const x = (nth: number) => (past.length + nth) * step
  const y = (units: number) => HEIGHT - (Math.min(units, top) / top) * HEIGHT
  const upper = detail.high.map(
    (units, nth) => `${nth === 0 ? 'M' : 'L'}${x(nth).toFixed(1)} ${y(units).toFixed(1)} H${x(nth + 1).toFixed(1)}`,
  )
  const lower = detail.low
    .map((units, nth) => `L${x(nth + 1).toFixed(1)} ${y(units).toFixed(1)} H${x(nth).toFixed(1)}`)
    .reverse()
  const line = detail.weekly.map(
    (units, nth) => `${nth === 0 ? 'M' : 'L'}${(x(nth) + step / 2).toFixed(1)} ${y(units).toFixed(1)}`,
  )
  const first = addDays(detail.firstWeek, -7 * past.length)
  const next = detail.weekly.slice(0, 4).reduce((sum, units) => sum + units, 0)
  return (
    <figure className="figures border border-rule bg-raised p-3">
      <div className="flex gap-3">
        <div aria-hidden="true" className="flex h-60 flex-col justify-between text-right text-label text-soft">
          {[top, top / 2, 0].map((units) => (
            <span key={units} className="leading-flush">
              {Number.isInteger(units) ? units : units.toFixed(1)}
            </span>
          ))}
        </div>
        {/* Stretched to its place; strokes are not stretched with it. */}
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`Weekly sales since ${dayWords(first)}, and a forecast of ${unitsWords(next)} pieces for the next four weeks with its 80 percent interval. The table below has every week.`}
          className="block h-60 w-full min-w-0 overflow-visible"
        >
          {[0, top / 2, top].map((units) => (
            <path
              key={units}
              d={`M0 ${y(units)} H${WIDTH}`}
              className="stroke-rule"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <path d={`${upper.join(' ')} ${lower.join(' ')} Z`} className="fill-thread/15" />
          {past.map((units, nth) =>
            units === null ? (
              <rect key={nth} x={nth * step} y={0} width={step} height={HEIGHT} className="fill-sunk" />
            ) : (
              <rect
                key={nth}
                x={nth * step + step * 0.15}
                y={y(units)}
                width={step * 0.7}
                height={HEIGHT - y(units)}
                className="fill-soft"
              />
            ),
          )}
          {arriving.map(({ nth, on }) => (
            <path
              key={on}
              d={`M${x(nth) + step / 2} 0 V${HEIGHT}`}
              strokeWidth={2}
              strokeDasharray="3 3"
              className="stroke-kelp"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <path
            d={line.join(' ')}
            fill="none"
            strokeWidth={2}
            className="stroke-thread"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      </div>
      <figcaption className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-note text-soft">
        <span>Bars: sold a week since {dayWords(first)}</span>
        <span className="text-thread">Line and band: expected, and its 80 % interval</span>
        {arriving.map(({ on, units }) => (
          <span key={on} className="text-kelp">
            Dashed: {units} arrive {dayWords(on)}
          </span>
        ))}
        {overdue.map(({ on, units }) => (
          <span key={on} className="text-thread">
            Overdue: {units} since {dayWords(on)}, on no day until there is a new one
          </span>
        ))}
        {past.includes(null) ? <span>Grey weeks: nothing was there to buy</span> : null}
      </figcaption>
    </figure>
  )
}
