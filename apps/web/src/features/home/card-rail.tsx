import type { LiveProductCard } from '@selvedge/core'
import { Later } from '@/components/later'
import { Rail, RailItem } from '@/components/rail'
import { TextLink } from '@/components/text-link'
import { LiveCard } from '../listing/live-card'

export type CardRailProps = {
  /** Under which name what comes of it is counted. */
  placement: string
  title: string
  reason?: string
  more?: { href: string; label: string }
  cards: readonly LiveProductCard[]
}

/** A rail of products with its own reason to be there. */
export const CardRail = ({ placement, title, reason, more, cards }: CardRailProps) =>
  cards.length === 0 ? null : (
    <Later className="unseen room-rail">
      <Rail
        title={title}
        reason={reason}
        placement={placement}
        more={
          more ? (
            <TextLink href={more.href} className="text-small whitespace-nowrap md:mr-2">
              {more.label}
            </TextLink>
          ) : null
        }
      >
        {cards.map((card) => (
          <RailItem key={card.productId}>
            <Later>
              <LiveCard
                card={card}
                sizes="(min-width: 100rem) 19rem, (min-width: 64rem) 21vw, (min-width: 40rem) 31vw, 44vw"
              />
            </Later>
          </RailItem>
        ))}
      </Rail>
    </Later>
  )
