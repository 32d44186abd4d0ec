import type { LiveProductCard, TogetherSource } from '@selvedge/core'
import { Later } from '@/components/later'
import { Rail, RailItem } from '@/components/rail'
import { LiveCard } from '../listing/live-card'

export type TogetherRailProps = {
  /** What the rail belongs to: `Marlow overshirt`. */
  anchor: string
  cards: readonly LiveProductCard[]
  source: TogetherSource
}

/** What goes with a piece, and where we know it from: orders when they tell, else what is bought most of its kind. */
export const TogetherRail = ({ anchor, cards, source }: TogetherRailProps) =>
  cards.length === 0 ? null : (
    <Later className="unseen room-rail pt-section">
      <Rail
        placement="product-together"
        title={source === 'orders' ? 'Bought together' : 'Of the same kind'}
        reason={source === 'orders' ? `What buyers of ${anchor} took as well.` : 'What is bought most beside it.'}
      >
        {cards.map((card) => (
          <RailItem key={card.productId}>
            <LiveCard card={card} sizes="(min-width: 64rem) 21vw, (min-width: 40rem) 31vw, 44vw" />
          </RailItem>
        ))}
      </Rail>
    </Later>
  )
