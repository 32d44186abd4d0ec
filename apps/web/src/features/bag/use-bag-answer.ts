'use client'

import type { BagView } from '@selvedge/core'
import { announce } from '@/components/live-region'
import { type ApiError, isApiError } from '@/trpc/client'
import { tellRefusal } from './tell'
import { useBagCache } from './use-bag-cache'

export type BagAnswer = {
  /** What is said to assistive technology when it went well. */
  words: (bag: BagView) => string
  /** Takes back what was shown ahead of the answer. */
  restore?: () => Promise<void>
  /** What follows from the shop's agreement alone; of what was refused nothing follows. */
  agreed?: () => void
  /** In place of the usual message. */
  refused?: (error: ApiError) => void
}

/**
 * What happens with the answer to a change of the bag. By promise and not by the hook's callbacks: the line or button
 * that asked is often gone by then (the last line removed, the page left), and the answer counts all the same.
 */
export const useBagAnswer = () => {
  const { settle } = useBagCache()
  return async (
    asked: Promise<BagView>,
    { words, restore, agreed, refused = tellRefusal }: BagAnswer,
  ): Promise<void> => {
    try {
      const bag = await asked
      settle(bag)
      announce(words(bag))
      agreed?.()
    } catch (error) {
      await restore?.()
      if (!isApiError(error)) throw error
      refused(error)
    }
  }
}
