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

/** A shop is drawn with a few hundred joinings, each of them many times. */
const known = new Map<string, string>()

/** Joins class names; of two that set the same property the later wins. */
export const classNames = (...parts: ClassValue[]): string => {
  const given = parts.map((part) => clsx(part)).filter((part) => part !== '')
  if (given.length < 2) return given[0] ?? ''
  const key = given.join('\n')
  const before = known.get(key)
  if (before !== undefined) return before
  const joined = given.join(' ')
  const made = canClash(given) ? merge(joined) : joined
  known.set(key, made)
  return made
}
