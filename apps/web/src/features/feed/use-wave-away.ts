'use client'

import { announce } from '@/components/live-region'
import { toast } from '@/components/toast'
import { type ApiError, trpc } from '@/trpc/client'
import { tellRefusal } from '../bag/tell'
import { tellTaste } from '../gestures/taste-told'
import type { ServedItem } from './served-item'
import type { Feed } from './use-feed'

/**
 * "Not for me": the piece leaves at once and comes back on Undo, or when the shop could not take it in. `onUndo` is called
 * before the piece is back.
 */
export const useWaveAway = ({ items, remove, putBack }: Pick<Feed, 'items' | 'remove' | 'putBack'>) => {
  // One after the other: an Undo must not overtake what it takes back.
  const { mutateAsync } = trpc.shop.taste.judge.useMutation({ scope: { id: 'judge' } })

  const say = async (productId: number, says: 'dislike' | 'none', refused: () => void): Promise<void> => {
    try {
      await mutateAsync({ productId, says })
      tellTaste()
    } catch (error) {
      refused()
      tellRefusal(error as ApiError) // what a procedure's promise is rejected with
    }
  }
  return (item: ServedItem, onUndo: () => void): void => {
    const { productId, title, brand } = item.card
    const place = items.findIndex(({ card }) => card.productId === productId)
    const back = (): void => putBack(item, place)
    remove(productId)
    void say(productId, 'dislike', back)
    announce(`${title} by ${brand} will not be shown to you again.`)
    toast(`The ${title} will not be shown to you again`, {
      action: {
        label: 'Undo',
        onClick: () => {
          onUndo()
          back()
          announce(`${title} by ${brand} is back.`)
          void say(productId, 'none', () => remove(productId))
        },
      },
    })
  }
}
