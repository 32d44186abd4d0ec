import type { ComponentProps } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style'
import { classNames } from './class-names'

export type ButtonProps = ComponentProps<'button'> &
  ButtonStyle & {
    /** Work is under way: the label stays (no jump in width), a thread runs along the edge, further presses do nothing. */
    loading?: boolean
  }

/** A push button. Stays focusable while loading, so that a keyboard user is not thrown to the top of the page. */
export const Button = ({ tone, size, wide, loading = false, className, onClick, children, ...rest }: ButtonProps) => (
  <button
    type="button"
    {...rest}
    // While loading it is a plain button without a handler: it neither acts nor submits its form a second time.
    {...(loading ? { type: 'button' as const, 'aria-busy': true, 'aria-disabled': true } : { onClick })}
    className={classNames(
      buttonStyle({ tone, size, wide }),
      loading && 'shadow-none aria-disabled:opacity-100',
      className,
    )}
  >
    {children}
    {loading ? <span aria-hidden="true" className="stitching absolute inset-x-0 bottom-0 h-[3px]" /> : null}
  </button>
)

/** A square button with a picture only; `label` is its name for assistive technology and its tooltip. */
export const IconButton = ({ label, ...rest }: Omit<ButtonProps, 'size' | 'wide'> & { label: string }) => (
  <Button tone="bare" aria-label={label} title={label} {...rest} size="icon" />
)
