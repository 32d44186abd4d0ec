import { cva } from 'class-variance-authority'
import { classNames } from './class-names'

/** What is literally true of the stock now; `few` and `later` carry their number and date. */
export type StockState =
  | { kind: 'in-stock' }
  | { kind: 'few'; left: number }
  | { kind: 'sold-out' }
  | { kind: 'later'; shipsFrom: string }
  | { kind: 'preorder'; shipsBy: string }
  | { kind: 'backorder'; shipsBy: string }
  /** Can be ordered; by when it comes is not known here. */
  | { kind: 'coming' }
  /** On its way, overdue, and without another day. */
  | { kind: 'overdue'; since: string }

const style = cva('figures inline-flex items-center gap-1.5 text-note', {
  variants: {
    kind: {
      'in-stock': 'text-kelp',
      few: 'text-thread',
      'sold-out': 'text-soft',
      later: 'text-weld',
      preorder: 'text-weld',
      backorder: 'text-weld',
      coming: 'text-weld',
      overdue: 'text-thread',
    },
  },
})

const mark = cva('inline-block size-1.5 shrink-0', {
  variants: {
    kind: {
      'in-stock': 'rounded-full bg-current',
      few: 'rounded-full bg-current',
      'sold-out': 'h-px w-3 bg-current',
      later: 'rotate-45 border border-current',
      preorder: 'rotate-45 bg-current',
      backorder: 'rotate-45 border border-current',
      coming: 'rotate-45 border border-current',
      overdue: 'rotate-45 border border-current',
    },
  },
})

/** The words of a stock state, without markup. */
export const stockWords = (state: StockState): string => {
  switch (state.kind) {
    case 'in-stock':
      return 'In stock'
    case 'few':
      return `Only ${state.left} left`
    case 'sold-out':
      return 'Sold out'
    case 'later':
      return `Ships from ${state.shipsFrom}`
    case 'preorder':
      return `Pre-order: ships by ${state.shipsBy}`
    case 'backorder':
      return `Backorder: expected ${state.shipsBy}`
    case 'coming':
      return 'Ships later'
    case 'overdue':
      return `Late since ${state.since}, no new day yet`
  }
}

/** A stock line: shape, colour and words say the same thing. */
export const StockBadge = ({ state, className }: { state: StockState; className?: string }) => (
  <span className={classNames(style({ kind: state.kind }), className)}>
    <span aria-hidden="true" className={mark({ kind: state.kind })} />
    {stockWords(state)}
  </span>
)

/** A short label on a picture or a row: `New`, `Pre-order`, an order status. */
export const Badge = ({
  tone = 'plain',
  className,
  children,
}: {
  tone?: 'plain' | 'ink' | 'thread' | 'good' | 'wait'
  className?: string
  children: React.ReactNode
}) => (
  <span
    className={classNames(
      'label-caps inline-flex min-h-5 items-center px-1.5 whitespace-nowrap',
      {
        plain: 'bg-raised text-ink',
        ink: 'bg-ink text-paper',
        thread: 'bg-thread text-on-thread',
        good: 'border border-kelp text-kelp',
        wait: 'border border-weld text-weld',
      }[tone],
      className,
    )}
  >
    {children}
  </span>
)
