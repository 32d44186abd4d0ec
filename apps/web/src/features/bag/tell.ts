import { announce } from '@/components/live-region'
import { toast } from '@/components/toast'
import type { ApiError } from '@/trpc/client'
import { errorWords } from '../rejection-words'

/** Says why something was refused, to the eye and to assistive technology. */
export const tellRefusal = (error: ApiError, action?: { label: string; onClick: () => void }): void => {
  const { title, detail } = errorWords(error)
  toast(title, { tone: 'error', ...(detail ? { description: detail } : {}), ...(action ? { action } : {}) })
  announce(detail ? `${title}. ${detail}` : title)
}

/** How many pieces are in the bag, in words. */
export const unitsInBag = (units: number): string =>
  units === 0 ? 'Your bag is empty.' : `${units} ${units === 1 ? 'piece' : 'pieces'} in your bag.`
