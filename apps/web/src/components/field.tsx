import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'

/** What a control must be given so that label, hint and error reach assistive technology. */
export type FieldWiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

export type FieldProps = {
  label: string
  hint?: ReactNode
  /** What is wrong and how to mend it; announced when it appears. */
  error?: string | undefined
  /** Marks the field as not needed; needed ones carry no mark. */
  optional?: boolean
  className?: string
  children: (wiring: FieldWiring) => ReactNode
}

/** Label above, control, hint or error below. `children` receives the ids to spread on the control. */
export const Field = ({ label, hint, error, optional = false, className, children }: FieldProps) => {
  const id = useId()
  const noteIds = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-small font-medium">
        {label}
        {optional ? <span className="font-regular text-soft"> (optional)</span> : null}
      </label>
      {children({
        id,
        ...(noteIds ? { 'aria-describedby': noteIds } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {hint ? (
        <p id={`${id}-hint`} className="text-note text-soft">
          {hint}
        </p>
      ) : null}
      <p id={`${id}-error`} role="alert" className="text-note text-thread empty:hidden">
        {error}
      </p>
    </div>
  )
}
