import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { controlStyle } from './input'

export type SelectOption = { value: string; label: string; disabled?: boolean }

/** The browser's own list (best on a phone, complete for the keyboard) in our frame. As wide as its place unless `className` says how wide. */
export const Select = ({
  options,
  className,
  ...rest
}: Omit<ComponentProps<'select'>, 'children'> & { options: readonly SelectOption[] }) => (
  <span className={`relative inline-flex ${className ?? 'w-full'}`}>
    <select {...rest} className={classNames(controlStyle, 'appearance-none truncate pr-10')}>
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled} className="bg-raised text-ink">
          {label}
        </option>
      ))}
    </select>
    <ChevronDown
      aria-hidden="true"
      strokeWidth={1.5}
      className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2"
    />
  </span>
)
