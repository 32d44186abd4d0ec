// biome-ignore-all lint/a11y/useSemanticElements: rows come and go under the scroll, which the layout of a table forbids; the roles say what they are
import { classNames } from '@/components/class-names'
import { COLUMN_WIDTHS, COLUMNS } from './columns'

export const HEAD_PX = 36

/** The names of the columns; they stay in view. */
export const GridHead = () => (
  <div
    role="row"
    tabIndex={-1}
    aria-rowindex={1}
    className={classNames(
      'sticky top-0 z-20 grid min-w-max bg-paper shadow-[inset_0_-1px_0_var(--edge)]',
      COLUMN_WIDTHS,
    )}
    style={{ height: HEAD_PX }}
  >
    {COLUMNS.map((column) => (
      <div
        key={column.label}
        role="columnheader"
        tabIndex={-1}
        className={classNames(
          'label-caps flex items-center px-3 text-soft',
          column.kind === 'product' &&
            'sticky left-0 z-10 border-r border-rule bg-paper shadow-[inset_0_-1px_0_var(--edge)]',
          column.kind !== 'product' && column.kind !== 'location' && 'justify-end',
          column.kind === 'adjust' &&
            'sticky right-0 z-10 border-l border-rule bg-paper shadow-[inset_0_-1px_0_var(--edge)]',
        )}
      >
        <span className={column.kind === 'adjust' ? 'max-md:sr-only' : undefined}>{column.label}</span>
      </div>
    ))}
  </div>
)
