'use client'

import { Minus, Plus } from 'lucide-react'
import { classNames } from './class-names'

export type QuantityProps = {
  /** What is counted, for the names of the buttons: `Marlow overshirt, M`. */
  what: string
  value: number
  min?: number
  max: number
  onChange: (value: number) => void
  disabled?: boolean
  className?: string
}

const step =
  'inline-flex size-touch items-center justify-center hover:text-thread aria-disabled:text-soft aria-disabled:opacity-50'

/** Fewer, more. At a limit the button stays focusable and does nothing. */
export const Quantity = ({ what, value, min = 1, max, onChange, disabled = false, className }: QuantityProps) => {
  const less = !disabled && value > min
  const more = !disabled && value < max
  return (
    <fieldset className={classNames('inline-flex h-fit w-fit items-center border border-edge bg-raised', className)}>
      <legend className="sr-only">Quantity of {what}</legend>
      <button
        type="button"
        aria-label={`One fewer: ${what}`}
        aria-disabled={!less}
        onClick={() => less && onChange(value - 1)}
        className={step}
      >
        <Minus aria-hidden="true" strokeWidth={1.5} className="size-4" />
      </button>
      <output aria-live="polite" className="figures min-w-8 text-center text-small font-medium">
        {value}
      </output>
      <button
        type="button"
        aria-label={`One more: ${what}`}
        aria-disabled={!more}
        onClick={() => more && onChange(value + 1)}
        className={step}
      >
        <Plus aria-hidden="true" strokeWidth={1.5} className="size-4" />
      </button>
    </fieldset>
  )
}
