import type { Day } from '@selvedge/core'

const DAY_MS = 86_400_000

export type Due = { readonly tone: 'late' | 'today' | 'later'; readonly words: string }

/** How a promised day stands to today, both calendar days of UTC. */
export const dueOf = (leavesBy: Day, today: Day): Due => {
  const days = Math.round((Date.parse(leavesBy) - Date.parse(today)) / DAY_MS)
  if (days < 0) return { tone: 'late', words: days === -1 ? '1 day late' : `${-days} days late` }
  if (days === 0) return { tone: 'today', words: 'today' }
  return { tone: 'later', words: days === 1 ? 'tomorrow' : `in ${days} days` }
}
