import type { BalancedEntry } from '../stock/rows'
import { FIGURE_WORDS, FIGURES, type Figure } from './entry-words'

const WIDTH = 1_000
const HEIGHT = 100

// Told apart by colour, by dash and by the words beside them.
const LINES: Readonly<Record<Figure, { className: string; dash?: string; width: number }>> = {
  onHand: { className: 'stroke-ink', width: 2 },
  reserved: { className: 'stroke-thread', dash: '6 3', width: 1.75 },
  allocated: { className: 'stroke-kelp', dash: '2 3', width: 2 },
}

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

const niceMax = (max: number): number => {
  const scale = 10 ** Math.floor(Math.log10(Math.max(1, max)))
  return STEPS.map((step) => step * scale).find((top) => top >= max && Number.isInteger(top / 2)) ?? max
}

/** On hand, reserved and allocated after each entry shown, oldest to the left. The table below says the same in figures. */
export const LedgerChart = ({ entries }: { entries: readonly BalancedEntry[] }) => {
  const oldestFirst = [...entries].reverse()
  const first = oldestFirst[0]
  const last = oldestFirst.at(-1)
  if (!first || !last || oldestFirst.length < 2) return null
  const top = niceMax(Math.max(2, ...oldestFirst.flatMap(({ after }) => FIGURES.map((figure) => after[figure]))))
  // Each entry has a width of its own: what the last one did is seen too.
  const x = (place: number) => ((place / oldestFirst.length) * WIDTH).toFixed(1)
  const y = (units: number) => (HEIGHT - (units / top) * HEIGHT).toFixed(1)
  const path = (figure: Figure) =>
    `${oldestFirst
      .map(({ after }, place) => (place === 0 ? `M0 ${y(after[figure])}` : `H${x(place)} V${y(after[figure])}`))
      .join(' ')} H${WIDTH}`
  const summary = FIGURES.map(
    (figure) => `${FIGURE_WORDS[figure]} from ${first.after[figure]} to ${last.after[figure]}`,
  ).join(', ')
  return (
    <figure className="figures border border-rule bg-raised p-3">
      <div className="flex gap-3">
        <div aria-hidden="true" className="flex h-32 flex-col justify-between text-right text-label text-soft">
          {[top, top / 2, 0].map((units) => (
            <span key={units} className="leading-flush">
              {units}
            </span>
          ))}
        </div>
        {/* Stretched to its place; strokes and words are not stretched with it. */}
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`Versions ${first.version} to ${last.version}: ${summary}. The table below has every figure.`}
          className="block h-32 w-full min-w-0 overflow-visible"
        >
          {[0, top / 2, top].map((units) => (
            <path
              key={units}
              d={`M0 ${y(units)} H${WIDTH}`}
              className="stroke-rule"
              strokeWidth="1"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {FIGURES.map((figure) => (
            <path
              key={figure}
              d={path(figure)}
              fill="none"
              strokeWidth={LINES[figure].width}
              strokeDasharray={LINES[figure].dash}
              vectorEffect="non-scaling-stroke"
              className={LINES[figure].className}
            />
          ))}
        </svg>
      </div>
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
        <span className="ml-auto">
          v{first.version} to v{last.version}
        </span>
      </figcaption>
    </figure>
  )
}
