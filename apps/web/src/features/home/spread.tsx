import type { HomeView } from '@selvedge/core'
import { classNames } from '@/components/class-names'
import { Later } from '@/components/later'
import { Link } from '@/components/link'
import { Picture } from '@/components/picture'
import { TextLink } from '@/components/text-link'
import { LiveCard } from '../listing/live-card'

/** A collection as a double page: one large picture, its text, and two of its pieces. Turned round, it mirrors. */
export const Spread = ({
  collection,
  turned = false,
}: {
  collection: HomeView['collections'][number]
  turned?: boolean
}) => {
  const href = `/shop?collection=${collection.slug}`
  const leadKey = collection.heroKey ?? collection.cards[0]?.pictureKey
  const pieces = collection.cards.filter(({ pictureKey }) => pictureKey !== leadKey).slice(0, 2)
  return (
    <Later className="unseen room-spread">
      <section
        aria-labelledby={`spread-${collection.slug}`}
        className="page-width grid gap-x-5 gap-y-8 lg:grid-cols-12 lg:items-end"
      >
        {leadKey ? (
          <Link
            href={href}
            aria-hidden="true"
            tabIndex={-1}
            className={classNames('block lg:col-span-5', turned && 'lg:order-last lg:col-start-8')}
          >
            <Picture imageKey={leadKey} alt="" sizes="(min-width: 64rem) 40vw, 92vw" />
          </Link>
        ) : null}
        <div className={classNames('lg:col-span-6', turned ? 'lg:col-start-1' : 'lg:col-start-7')}>
          <h2
            id={`spread-${collection.slug}`}
            className="max-w-[12ch] font-display text-display tracking-tight text-balance"
          >
            {collection.title}
          </h2>
          <p className="mt-5 max-w-prose text-lead text-soft text-pretty">{collection.standfirst}</p>
          <p className="mt-5">
            <TextLink href={href}>See the collection</TextLink>
          </p>
          <ul className="mt-10 grid max-w-[34rem] grid-cols-2 gap-3 md:gap-5">
            {pieces.map((card) => (
              <li key={card.productId}>
                <Later>
                  <LiveCard card={card} sizes="(min-width: 64rem) 20vw, 45vw" />
                </Later>
              </li>
            ))}
          </ul>
        </div>
      </section>
    </Later>
  )
}
