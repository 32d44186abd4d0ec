'use client'

import type { BagView } from '@selvedge/core'
import { announce } from '@/components/live-region'
import { toast } from '@/components/toast'
import { type ApiError, trpc } from '@/trpc/client'
import { newRequestId } from '@/trpc/request-id'
import { withoutLine, withQuantity } from './optimistic'
import { tellRefusal, unitsInBag } from './tell'
import { useBagCache } from './use-bag-cache'

type Line = BagView['lines'][number]

const ONE_BY_ONE = { scope: { id: 'bag' } }

/** Everything that can be done to a line of the bag, each shown at once and taken back when refused. */
export const useChangeBag = () => {
  const cache = useBagCache()
  const quantity = trpc.shop.bag.setQuantity.useMutation(ONE_BY_ONE)
  const removal = trpc.shop.bag.remove.useMutation(ONE_BY_ONE)
  const addition = trpc.shop.bag.add.useMutation(ONE_BY_ONE)
  const extension = trpc.shop.bag.extend.useMutation(ONE_BY_ONE)
  const renewal = trpc.shop.bag.takeAgain.useMutation(ONE_BY_ONE)

  const answered = (words: (bag: BagView) => string, restore?: () => Promise<void>) => ({
    onSuccess: (bag: BagView) => {
      cache.settle(bag)
      announce(words(bag))
    },
    onError: (error: ApiError) => {
      if (restore) void restore()
      tellRefusal(error)
    },
  })

  return {
    setQuantity: async (line: Line, next: number) => {
      const restore = await cache.expect((bag) => bag && withQuantity(bag, line.lineId, next))
      quantity.mutate(
        { requestId: newRequestId(), lineId: line.lineId, quantity: next },
        answered((bag) => `${next} of ${line.title}. ${unitsInBag(bag.units)}`, restore),
      )
    },
    remove: async (line: Line) => {
      const restore = await cache.expect((bag) => bag && withoutLine(bag, line.lineId))
      removal.mutate(
        { lineId: line.lineId },
        answered((bag) => `${line.title} is out of the bag. ${unitsInBag(bag.units)}`, restore),
      )
      toast(`${line.title} is out of the bag`, {
        description: 'The hold was given up.',
        action: {
          label: 'Undo',
          onClick: () =>
            addition.mutate(
              { requestId: newRequestId(), sku: line.sku, quantity: line.quantity },
              answered(() => `${line.title} is back in your bag.`),
            ),
        },
      })
    },
    extend: (line: Line) =>
      extension.mutate(
        { lineId: line.lineId },
        answered(() => `${line.title} is held for ten minutes more.`),
      ),
    takeAgain: (line: Line) =>
      renewal.mutate(
        { requestId: newRequestId(), lineId: line.lineId },
        answered(() => `${line.title} is held for you again.`),
      ),
    /** The line whose hold is being changed now. */
    busyLineId:
      (extension.isPending && extension.variables.lineId) ||
      (renewal.isPending && renewal.variables.lineId) ||
      undefined,
  }
}
