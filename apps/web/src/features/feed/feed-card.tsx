'use client'

import type { Reason } from '@selvedge/core'
import { X } from 'lucide-react'
import { useCallback } from 'react'
import { classNames } from '@/components/class-names'
import { cardMarks } from '../behaviour/card-marks'
import { LiveCard } from '../listing/live-card'
import type { LiveVariant } from '../listing/stock-follower'
import { canBeHad } from './can-be-had'
import { reasonWords, sizeWords } from './reason-words'
import type { ServedItem } from './served-item'

export const NOT_FOR_ME = 'Not for me'

export type FeedCardProps = {
  item: ServedItem
  sizes: string
  priority?: boolean
  /** Told once when live stock says that the shopper cannot have it any more. */
  onGone: (productId: number) => void
  /** "Not for me"; absent where nothing can be waved away. */
  onDislike?: ((item: ServedItem) => void) | undefined
  isGone: boolean
  /** The product whose page it stands on: a reason that names it says nothing new there. */
  besideId?: number
  /** Whether it says why it is here. */
  hasReason?: boolean
}

/** A piece chosen for the shopper: why it is here, in which of their sizes, and the way to send it off. */
export const FeedCard = ({
  item,
  sizes,
  priority = false,
  onGone,
  onDislike,
  isGone,
  besideId,
  hasReason = true,
}: FeedCardProps) => {
  const { card, inSizes, later } = item
  const onStock = useCallback(
    (variants: readonly LiveVariant[]) => {
      if (!canBeHad({ inSizes, later }, variants)) onGone(card.productId)
    },
    [inSizes, later, onGone, card.productId],
  )
  const isSilent = !hasReason || item.isReasonPast === true || isOf(item.reason, besideId)
  const words = [isSilent ? undefined : reasonWords(item.reason), sizeWords(item)].filter(Boolean).join(' · ')
  return (
    <div className="group/feed relative">
      {/* Gone pieces keep their room until they are out of sight: nothing jumps under the finger. */}
      <div
        inert={isGone}
        className={classNames('transition-opacity duration-(--slow)', isGone && 'opacity-25 grayscale')}
      >
        <LiveCard
          card={card}
          sizes={sizes}
          priority={priority}
          reason={words || undefined}
          later={later}
          marks={cardMarks(item)}
          onStock={onStock}
        />
      </div>
      {/* On the picture, where it takes no room. */}
      {isGone ? (
        <p className="absolute inset-x-0 top-0 bg-raised px-3 py-2 text-note text-ink">{goneWords(item)}</p>
      ) : null}
      {onDislike && !isGone ? (
        <button
          type="button"
          onClick={() => onDislike(item)}
          aria-label={`${NOT_FOR_ME}: ${card.title} by ${card.brand}`}
          title={NOT_FOR_ME}
          className="absolute top-1 right-1 grid size-touch place-items-center text-soft transition-opacity hover:text-ink pointer-fine:opacity-0 pointer-fine:group-focus-within/feed:opacity-100 pointer-fine:group-hover/feed:opacity-100"
        >
          <span className="grid size-7 place-items-center rounded-full bg-raised/90">
            <X aria-hidden="true" strokeWidth={1.5} className="size-4" />
          </span>
        </button>
      ) : null}
    </div>
  )
}

const goneWords = ({ inSizes = [], later }: ServedItem): string =>
  inSizes.length > 0 || later?.sizes !== undefined ? 'Just sold out in your size' : 'Just sold out'

const isOf = (reason: Reason, productId: number | undefined): boolean =>
  'product' in reason && reason.product.productId === productId
