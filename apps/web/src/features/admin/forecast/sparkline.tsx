import type { ForecastRow } from '@selvedge/core'

const WIDTH = 120
const HEIGHT = 24
const SHOWN_WEEKS = 26

/** Half a year of sales as bars, then the forecast as a line. The row says the same in figures. */
export const Sparkline = ({ row }: { row: Pick<ForecastRow, 'history' | 'weekly'> }) => {
  const past = row.history.slice(-SHOWN_WEEKS)
  const top = Math.max(1, ...past.map((units) => units ?? 0), ...row.weekly)
  const step = WIDTH / (past.length + row.weekly.length)
  const y = (units: number) => HEIGHT - (units / top) * HEIGHT
  const line = row.weekly
    .map(
      (units, nth) => `${nth === 0 ? 'M' : 'L'}${((past.length + nth + 0.5) * step).toFixed(1)} ${y(units).toFixed(1)}`,
    )
    .join(' ')
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block h-6 w-30 overflow-visible">
      <path d={`M0 ${HEIGHT} H${WIDTH}`} className="stroke-rule" />
      {past.map((units, nth) =>
        units ? (
          <rect
            key={nth}
            x={(nth * step).toFixed(1)}
            y={y(units).toFixed(1)}
            width={Math.max(1, step - 1).toFixed(1)}
            height={(HEIGHT - y(units)).toFixed(1)}
            className="fill-soft"
          />
        ) : null,
      )}
      <path d={line} fill="none" strokeWidth={1.75} className="stroke-thread" />
    </svg>
  )
}
