'use client'

import { trpc } from '@/trpc/client'
import { newRequestId } from '@/trpc/request-id'
import { rejectionOf } from '../refusal'
import { useOpenBagDrawer } from './bag-drawer-state'
import { type AddedPiece, withAdded } from './optimistic'
import { tellRefusal, unitsInBag } from './tell'
import { useBagAnswer } from './use-bag-answer'
import { useBagCache } from './use-bag-cache'

/**
 * Puts a piece into the bag. The drawer opens at once with the piece in it; the server's answer replaces it,
 * a refusal takes it out again and says why, with what could still be had. `agreed` follows the shop's yes alone.
 */
export const useAddToBag = () => {
  const cache = useBagCache()
  const answer = useBagAnswer()
  const setOpen = useOpenBagDrawer()
  const mutation = trpc.shop.bag.add.useMutation({ scope: { id: 'bag' } })

  const add = async (piece: AddedPiece, agreed: () => void, quantity = 1): Promise<void> => {
    const restore = await cache.expect((bag) => withAdded(bag, piece, quantity))
    setOpen(true)
    const allowFuture = piece.allowFuture ?? false
    await answer(mutation.mutateAsync({ requestId: newRequestId(), sku: piece.sku, quantity, allowFuture }), {
      words: (bag) => `${piece.title} is in your bag. ${unitsInBag(bag.units)}`,
      restore,
      agreed,
      refused: (error) => {
        setOpen(false)
        const rejection = rejectionOf(error)
        const left = rejection?.code === 'OUT_OF_STOCK' && rejection.available < quantity ? rejection.available : 0
        tellRefusal(
          error,
          left > 0 ? { label: `Take ${left}`, onClick: () => void add(piece, agreed, left) } : undefined,
        )
      },
    })
  }
  return {
    add: (piece: AddedPiece, agreed: () => void) => void add(piece, agreed),
    isAdding: mutation.isPending,
  }
}
