import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

// tailwind-merge must know our scale, or it takes `text-note` for a colour and drops `text-ink` beside it.
const merge = extendTailwindMerge({
  override: {
    theme: {
      text: ['label', 'note', 'small', 'body', 'lead', 'title', 'headline', 'display', 'banner'],
      font: ['display', 'text'],
      'font-weight': ['regular', 'medium', 'strong'],
      tracking: ['tight', 'label'],
      shadow: ['lift'],
    },
  },
})

/** Joins class names; of two that set the same property the later wins. */
export const classNames = (...parts: ClassValue[]): string => merge(clsx(parts))
