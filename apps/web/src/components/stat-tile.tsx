import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** One figure for staff: what it is, how much, and a line of context. Use inside `<StatRow>`. */
export const StatTile = ({
  label,
  value,
  note,
  alarm = false,
}: {
  label: string
  value: ReactNode
  note?: ReactNode
  /** Draws the thread: a person should look. */
  alarm?: boolean
}) => (
  <div
    className={classNames(
      'flex flex-col gap-1 p-4 outline-1 outline-rule',
      alarm && 'shadow-[inset_0_3px_0_var(--thread)]',
    )}
  >
    <dt className="label-caps text-soft">{label}</dt>
    <dd className={classNames('figures font-display text-headline', alarm && 'text-thread')}>{value}</dd>
    {note ? <dd className="figures text-note text-soft">{note}</dd> : null}
  </div>
)

/** Tiles in ruled rows; a place that is left over looks like the rest. */
export const StatRow = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-2 gap-px border border-rule bg-raised md:grid-cols-3 xl:grid-cols-6">{children}</dl>
)
