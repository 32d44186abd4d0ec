import { STOCK_FIGURES, type StockFigure, type StockState } from '@selvedge/core'
import { classNames } from '@/components/class-names'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { signed } from '../ledger/entry-words'
import { STOCK_FIGURE_WORDS } from './figure-words'

/** The figures of a moment, beside those of another and the difference, each with the way to ask why. */
export const MomentFigures = ({
  state,
  before,
  asked,
  onAsk,
}: {
  state: StockState
  before: StockState | undefined
  asked: StockFigure
  onAsk: (figure: StockFigure) => void
}) => (
  <Table caption="Figures at the chosen moment">
    <TableHead>
      <tr>
        <TableHeading>Figure</TableHeading>
        {before ? <TableHeading numeric>Then</TableHeading> : null}
        <TableHeading numeric>At this moment</TableHeading>
        {before ? <TableHeading numeric>Difference</TableHeading> : null}
        <TableHeading>
          <span className="sr-only">Why</span>
        </TableHeading>
      </tr>
    </TableHead>
    <tbody>
      {STOCK_FIGURES.map((figure) => (
        <TableRow key={figure} aria-selected={figure === asked}>
          <TableCell className="whitespace-normal">{STOCK_FIGURE_WORDS[figure]}</TableCell>
          {before ? <TableCell numeric>{before[figure]}</TableCell> : null}
          <TableCell numeric className={classNames(state[figure] === 0 && 'text-soft')}>
            {state[figure]}
          </TableCell>
          {before ? <TableCell numeric>{signed(state[figure] - before[figure]) || '0'}</TableCell> : null}
          <TableCell className="text-right">
            <button
              type="button"
              onClick={() => onAsk(figure)}
              aria-pressed={figure === asked}
              aria-label={`Why ${STOCK_FIGURE_WORDS[figure]} is ${state[figure]}`}
              className="thread-link min-h-6"
            >
              Why {state[figure]}?
            </button>
          </TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)
