import type { BalancedEntry } from '../stock/rows'
import { FIGURE_WORDS, FIGURES, type Figure } from './entry-words'

const WIDTH = 760
const HEIGHT = 150
const LEFT = 34
const RIGHT = 12
const TOP = 10
const BOTTOM = 20

// Told apart by colour, by dash and by the words beside them.
const LINES: Readonly<Record<Figure, { className: string; dash?: string; width: number }>> = {
  onHand: { className: 'stroke-ink', width: 2 },
  reserved: { className: 'stroke-thread', dash: '6 3', width: 1.75 },
  allocated: { className: 'stroke-kelp', dash: '2 3', width: 2 },
}

const niceMax = (max: number): number => {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, max)))
  return [1, 2, 5, 10].map((factor) => factor * step).find((top) => top >= max) ?? max
}

/** On hand, reserved and allocated after each entry shown, oldest to the left. The table below says the same in figures. */
export const LedgerChart = ({ entries }: { entries: readonly BalancedEntry[] }) => {
  const oldestFirst = [...entries].reverse()
  const first = oldestFirst[0]
  const last = oldestFirst.at(-1)
  if (!first || !last || oldestFirst.length < 2) return null
  const top = niceMax(Math.max(...oldestFirst.flatMap(({ after }) => FIGURES.map((figure) => after[figure]))))
  const x = (place: number) => LEFT + (place / (oldestFirst.length - 1)) * (WIDTH - LEFT - RIGHT)
  const y = (units: number) => HEIGHT - BOTTOM - (units / top) * (HEIGHT - TOP - BOTTOM)
  const path = (figure: Figure) =>
    oldestFirst
      .map(({ after }, place) =>
        place === 0 ? `M${x(0)} ${y(after[figure])}` : `H${x(place).toFixed(1)} V${y(after[figure]).toFixed(1)}`,
      )
      .join(' ')
  const summary = FIGURES.map(
    (figure) => `${FIGURE_WORDS[figure]} from ${first.after[figure]} to ${last.after[figure]}`,
  ).join(', ')
  return (
    <figure className="figures border border-rule bg-raised p-3">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Versions ${first.version} to ${last.version}: ${summary}. The table below has every figure.`}
        className="block h-auto w-full"
      >
        {[0, top / 2, top].map((units) => (
          <g key={units}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(units)} y2={y(units)} className="stroke-rule" strokeWidth="1" />
            <text x={LEFT - 6} y={y(units) + 3.5} textAnchor="end" className="fill-soft text-label">
              {Number.isInteger(units) ? units : ''}
            </text>
          </g>
        ))}
        <text x={LEFT} y={HEIGHT - 4} className="fill-soft text-label">
          v{first.version}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end" className="fill-soft text-label">
          v{last.version}
        </text>
        {FIGURES.map((figure) => (
          <path
            key={figure}
            d={path(figure)}
            fill="none"
            strokeWidth={LINES[figure].width}
            strokeDasharray={LINES[figure].dash}
            className={LINES[figure].className}
          />
        ))}
      </svg>
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 pt-2 text-note text-soft">
        {FIGURES.map((figure) => (
          <span key={figure} className="inline-flex items-center gap-2">
            <svg aria-hidden="true" width="22" height="4" className="overflow-visible">
              <line
                x1="0"
                x2="22"
                y1="2"
                y2="2"
                strokeWidth={LINES[figure].width}
                strokeDasharray={LINES[figure].dash}
                className={LINES[figure].className}
              />
            </svg>
            {FIGURE_WORDS[figure]} <span className="text-ink">{last.after[figure]}</span>
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
