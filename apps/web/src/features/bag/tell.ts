import { announce } from '@/components/live-region'
import { toast } from '@/components/toast'
import type { ApiError } from '@/trpc/client'
import { failureWords, rejectionOf, type Words } from '../refusal'

/** Says why something was refused, to the eye and to assistive technology. */
export const tellRefusal = (error: ApiError, action?: { label: string; onClick: () => void }): void => {
  void wordsFor(error).then(({ title, detail }) => {
    toast(title, { tone: 'error', ...(detail ? { description: detail } : {}), ...(action ? { action } : {}) })
    announce(detail ? `${title}. ${detail}` : title)
  })
}

/** The sentences of all rejections are fetched with the first one; without them, what the kind of the answer tells. */
const wordsFor = async (error: ApiError): Promise<Words> => {
  const rejection = rejectionOf(error)
  if (!rejection) return failureWords(error)
  try {
    return (await import('../rejection-words')).rejectionWords(rejection)
  } catch {
    return failureWords(error)
  }
}

/** How many pieces are in the bag, in words. */
export const unitsInBag = (units: number): string =>
  units === 0 ? 'Your bag is empty.' : `${units} ${units === 1 ? 'piece' : 'pieces'} in your bag.`
