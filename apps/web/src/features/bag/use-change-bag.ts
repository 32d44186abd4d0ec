'use client'

import type { BagView } from '@selvedge/core'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { newRequestId } from '@/trpc/request-id'
import { record } from '../behaviour/recorder'
import { holdWords } from './hold-words'
import { withAdded, withoutLine, withQuantity } from './optimistic'
import { unitsInBag } from './tell'
import { useBagAnswer } from './use-bag-answer'
import { useBagCache } from './use-bag-cache'

type Line = BagView['lines'][number]

const ONE_BY_ONE = { scope: { id: 'bag' } }

/** Everything that can be done to a line of the bag, each shown at once and taken back when refused. */
export const useChangeBag = (currency: string) => {
  const cache = useBagCache()
  const answer = useBagAnswer()
  const quantity = trpc.shop.bag.setQuantity.useMutation(ONE_BY_ONE)
  const removal = trpc.shop.bag.remove.useMutation(ONE_BY_ONE)
  const addition = trpc.shop.bag.add.useMutation(ONE_BY_ONE)
  const extension = trpc.shop.bag.extend.useMutation(ONE_BY_ONE)
  const renewal = trpc.shop.bag.takeAgain.useMutation(ONE_BY_ONE)

  const putBack = async (line: Line): Promise<void> => {
    const restore = await cache.expect((bag) => withAdded(bag, { ...line, currency }, line.quantity))
    const { sku, quantity: units } = line
    const again = { requestId: newRequestId(), sku, quantity: units, allowFuture: line.promise !== undefined }
    await answer(addition.mutateAsync(again), {
      words: () => `${line.title} is back in your bag.`,
      restore,
    })
  }

  return {
    setQuantity: async (line: Line, next: number) => {
      const restore = await cache.expect((bag) => bag && withQuantity(bag, line.lineId, next))
      await answer(quantity.mutateAsync({ requestId: newRequestId(), lineId: line.lineId, quantity: next }), {
        words: (bag) => `${next} of ${line.title}. ${unitsInBag(bag.units)}`,
        restore,
      })
    },
    remove: async (line: Line) => {
      const restore = await cache.expect((bag) => bag && withoutLine(bag, line.lineId))
      toast(`${line.title} is out of the bag`, {
        ...(line.hold.state === 'held' ? { description: 'The hold was given up.' } : {}),
        action: { label: 'Undo', onClick: () => void putBack(line) },
      })
      await answer(removal.mutateAsync({ lineId: line.lineId }), {
        words: (bag) => `${line.title} is out of the bag. ${unitsInBag(bag.units)}`,
        restore,
        agreed: () => record({ kind: 'remove', productId: line.productId, sku: line.sku }),
      })
    },
    extend: (line: Line) =>
      answer(extension.mutateAsync({ lineId: line.lineId }), {
        words: ({ extensionMs }) => `${line.title} is held for ${holdWords(extensionMs)} more.`,
      }),
    takeAgain: (line: Line) =>
      answer(renewal.mutateAsync({ requestId: newRequestId(), lineId: line.lineId }), {
        words: (bag) =>
          bag.lines.some(({ sku, hold }) => sku === line.sku && hold.state === 'held')
            ? `${line.title} is held for you again.`
            : `${line.title} stays in your bag without a hold.`,
      }),
    /** The line whose hold is being changed now. */
    busyLineId:
      (extension.isPending && extension.variables.lineId) ||
      (renewal.isPending && renewal.variables.lineId) ||
      undefined,
  }
}
