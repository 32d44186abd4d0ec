import { cva, type VariantProps } from 'class-variance-authority'

/**
 * Looks of everything that is pressed; also for links (`<Link className={buttonStyle({ tone: 'primary' })}>`).
 * Primary carries the thread along its lower edge, which thickens under the pointer: the one flourish of the kit.
 */
export const buttonStyle = cva(
  [
    'relative inline-flex items-center justify-center gap-2 font-text font-medium whitespace-nowrap select-none',
    'transition-[background-color,color,box-shadow,border-color,opacity]',
    'disabled:pointer-events-none disabled:opacity-45 aria-disabled:pointer-events-none aria-disabled:opacity-45',
  ],
  {
    variants: {
      tone: {
        primary:
          'bg-ink text-paper shadow-[inset_0_-3px_0_var(--thread)] hover:shadow-[inset_0_-6px_0_var(--thread)] active:shadow-[inset_0_-2px_0_var(--thread)]',
        quiet: 'border border-ink text-ink hover:bg-ink hover:text-paper',
        danger: 'border border-thread text-thread hover:bg-thread hover:text-on-thread',
        bare: 'text-ink hover:text-thread',
      },
      size: {
        large: 'min-h-13 px-8 text-body',
        medium: 'min-h-touch px-5 text-small',
        small: 'min-h-8 px-3 text-note',
        /** Words that start where the text above them starts. */
        flush: 'min-h-8 text-note',
        icon: 'size-touch',
      },
      wide: { true: 'w-full' },
    },
    defaultVariants: { tone: 'primary', size: 'medium' },
  },
)

export type ButtonStyle = VariantProps<typeof buttonStyle>
