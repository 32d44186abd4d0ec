import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** `low` carries the number left; it is shown only because it is literally true. */
export type SizeAvailability = { kind: 'available' } | { kind: 'low'; left: number } | { kind: 'sold-out' }

export type SizeButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  /** As printed on the garment: `M`, `32/34`, `UK 10`. */
  size: string
  availability: SizeAvailability
  selected?: boolean
}

/**
 * One size. A sold-out size is struck through, says so, and stays pressable: pressing it may lead to "Notify me".
 * Put several in a `<SizeGroup>`.
 */
export const SizeButton = ({ size, availability, selected = false, className, ...rest }: SizeButtonProps) => {
  const soldOut = availability.kind === 'sold-out'
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={selected}
      className={classNames(
        'figures relative flex min-h-13 min-w-13 flex-col items-center justify-center border px-3 text-small font-medium transition-[background-color,border-color,color,box-shadow]',
        soldOut ? 'border-rule text-soft' : 'border-edge hover:border-ink',
        selected && 'border-ink bg-raised shadow-[inset_0_0_0_1px_var(--ink),inset_0_-5px_0_var(--thread)]',
        className,
      )}
    >
      <span className="sr-only">Size </span>
      {size}
      {availability.kind === 'low' ? (
        <span className="text-label leading-none font-regular text-thread">
          <span className="sr-only">, only </span>
          {availability.left} left
        </span>
      ) : null}
      {soldOut ? (
        <>
          <span className="sr-only">, sold out</span>
          <svg
            aria-hidden="true"
            className="absolute inset-0 size-full text-edge opacity-60"
            preserveAspectRatio="none"
          >
            <line x1="0" y1="100%" x2="100%" y2="0" stroke="currentColor" strokeWidth="1" />
          </svg>
        </>
      ) : null}
    </button>
  )
}

/** The sizes of a product as one named group. */
export const SizeGroup = ({ label = 'Size', children }: { label?: string; children: React.ReactNode }) => (
  <fieldset className="flex flex-wrap gap-2">
    <legend className="sr-only">{label}</legend>
    {children}
  </fieldset>
)
