import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { Field, type FieldProps } from './field'

/** Shared by input, select and textarea: a ruled line on cloth that turns to ink when written on. */
export const controlStyle =
  'min-h-touch w-full border border-edge bg-raised px-3 text-body text-ink transition-[border-color,box-shadow] placeholder:text-soft hover:border-ink focus-visible:border-ink focus-visible:shadow-[inset_0_-3px_0_var(--thread)] focus-visible:outline-0 aria-invalid:border-thread disabled:bg-sunk disabled:text-soft'

/** A bare text input, for use inside `Field` or with an `aria-label`. */
export const Input = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input {...rest} className={classNames(controlStyle, className)} />
)

/** A bare text area. */
export const Textarea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea rows={3} {...rest} className={classNames(controlStyle, 'py-2.5', className)} />
)

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'children' | 'className'> &
  Pick<FieldProps, 'label' | 'hint' | 'error' | 'optional' | 'className'> & { inputClassName?: string }

/** Label, input, hint and error in one; give `autoComplete` wherever a token exists. */
export const TextField = ({ label, hint, error, optional, className, inputClassName, ...rest }: TextFieldProps) => (
  <Field
    label={label}
    hint={hint}
    error={error}
    {...(optional === undefined ? {} : { optional })}
    {...(className === undefined ? {} : { className })}
  >
    {(wiring) => <Input {...rest} {...wiring} className={inputClassName} />}
  </Field>
)
