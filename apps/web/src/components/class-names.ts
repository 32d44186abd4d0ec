import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'
import { canClash } from './can-clash'

// tailwind-merge must know our scale, or it takes `text-note` for a colour and drops `text-ink` beside it.
/** The real joining, whatever it costs. */
export const merge = extendTailwindMerge({
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
export const classNames = (...parts: ClassValue[]): string => {
  const given = parts.map((part) => clsx(part)).filter((part) => part !== '')
  const joined = given.join(' ')
  return canClash(given) ? merge(joined) : joined
}
