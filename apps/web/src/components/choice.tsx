import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type ChoiceProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & { label: ReactNode; note?: ReactNode }

const box =
  'peer size-5 shrink-0 appearance-none border border-edge bg-raised transition-[background-color,border-color] checked:border-ink checked:bg-ink hover:border-ink disabled:bg-sunk'

/** A check box with its label as the target. */
export const Checkbox = ({ label, note, className, ...rest }: ChoiceProps) => (
  <label className={classNames('relative flex min-h-8 cursor-pointer items-center gap-3 text-small', className)}>
    <span className="relative inline-flex">
      <input type="checkbox" {...rest} className={box} />
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        className="pointer-events-none absolute inset-0 hidden stroke-paper peer-checked:block"
      >
        <path d="M4.5 10.5 8.5 14.5 15.5 5.5" fill="none" strokeWidth="2" />
      </svg>
    </span>
    <span className="flex-1">{label}</span>
    {note === undefined ? null : <span className="figures text-note text-soft">{note}</span>}
  </label>
)

/** A facet value with its count; a count of zero is dimmed but stays in place. */
export const FilterCheck = ({ count, ...rest }: Omit<ChoiceProps, 'note'> & { count: number }) => (
  <Checkbox
    {...rest}
    note={
      <>
        <span className="sr-only">, </span>
        {count}
        <span className="sr-only"> products</span>
      </>
    }
    className={classNames(count === 0 && !rest.checked && 'text-soft', rest.className)}
  />
)

/** A radio button with its label; `note` stands at the end of the line (a price, a date). */
export const Radio = ({ label, note, className, ...rest }: ChoiceProps) => (
  <label
    className={classNames(
      'flex min-h-touch cursor-pointer items-center gap-3 border border-edge bg-raised px-4 py-3 text-small transition-[border-color,box-shadow] hover:border-ink has-checked:border-ink has-checked:shadow-[inset_4px_0_0_var(--thread)]',
      className,
    )}
  >
    <input
      type="radio"
      {...rest}
      className="size-4.5 shrink-0 appearance-none rounded-full border border-edge bg-raised checked:border-5 checked:border-ink"
    />
    <span className="flex-1">{label}</span>
    {note === undefined ? null : <span className="figures text-small">{note}</span>}
  </label>
)
