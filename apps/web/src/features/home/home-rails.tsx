import type { FeedAnswer, HomeView, PAGE_RAILS, ShownRail } from '@selvedge/core'
import { Fragment, type ReactNode } from 'react'
import { Later } from '@/components/later'
import { ForYou } from '../feed/for-you'
import { PollCard } from '../gestures/poll-card'
import { RecentRail } from '../gestures/recent-rail'
import { CardRail } from './card-rail'
import { CollectionIndex } from './collection-index'
import { Spread } from './spread'

export type HomeRailsProps = {
  rails: readonly ShownRail[]
  home: HomeView
  forYou: { answer: FeedAnswer; length: number }
}

/** What stands on the front page below its head, in the order that the shop gave it. */
export const HomeRails = ({ rails, home, forYou }: HomeRailsProps) => {
  const drawn: Readonly<Record<string, Draw>> = HOME_RAILS
  return rails.map(({ rail, title }) => <Fragment key={rail}>{drawn[rail]?.({ home, forYou, title })}</Fragment>)
}

type Draw = (given: Omit<HomeRailsProps, 'rails'> & { title: string | undefined }) => ReactNode

const HOME_RAILS: Readonly<Record<(typeof PAGE_RAILS)['home'][number], Draw>> = {
  'for-you': ({ forYou, title }) => (
    <Later>
      <ForYou title={title} initial={forYou.answer} length={forYou.length} />
    </Later>
  ),
  'just-arrived': ({ home, title = 'Just arrived' }) => (
    <CardRail
      placement="home-just-arrived"
      title={title}
      reason="Hung this month."
      more={{ href: '/shop?sort=newest', label: 'See all' }}
      cards={home.newIn}
    />
  ),
  'second-collection': ({ home: { collections } }) => (collections[1] ? <Spread collection={collections[1]} /> : null),
  'home-together': ({ home: { boughtTogether }, title = 'Bought together' }) =>
    boughtTogether ? (
      <CardRail
        placement="home-bought-together"
        title={title}
        reason={`With the ${boughtTogether.anchor.title} by ${boughtTogether.anchor.brand}, buyers took these.`}
        more={{ href: `/p/${boughtTogether.anchor.slug}`, label: `See the ${boughtTogether.anchor.title}` }}
        cards={boughtTogether.cards}
      />
    ) : null,
  poll: () => <PollCard />,
  'all-collections': ({ home: { collections }, title }) =>
    collections.length > 0 ? <CollectionIndex title={title} collections={collections} /> : null,
  'third-collection': ({ home: { collections } }) =>
    collections[2] ? <Spread collection={collections[2]} turned /> : null,
  'most-bought': ({ home, title = 'Most bought' }) => (
    <CardRail
      placement="home-most-bought"
      title={title}
      reason="By everyone, this season."
      more={{ href: '/shop?sort=popular', label: 'See all' }}
      cards={home.popular}
    />
  ),
  'recently-viewed': ({ title }) => <RecentRail title={title} />,
}
