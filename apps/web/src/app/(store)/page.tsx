import type { Metadata } from 'next'
import { Later } from '@/components/later'
import { ForYou } from '@/features/feed/for-you'
import { PollCard } from '@/features/gestures/poll-card'
import { RecentRail } from '@/features/gestures/recent-rail'
import { CardRail } from '@/features/home/card-rail'
import { CollectionIndex } from '@/features/home/collection-index'
import { Hero } from '@/features/home/hero'
import { HomeSkeleton } from '@/features/home/home-skeleton'
import { Spread } from '@/features/home/spread'
import { Degraded } from '@/features/listing/degraded'
import { Screen } from '@/layout/screen'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { alternates: { canonical: '/' } }

const FEED_LENGTH = 12

const HomePage = () => (
  <Screen outline={<HomeSkeleton />}>
    <Home />
  </Screen>
)

const Home = async () => {
  const api = await getCaller()
  const [home, forYou] = await Promise.all([api.shop.home(), api.shop.feed({ length: FEED_LENGTH })])
  const { collections, newIn, popular, boughtTogether, degraded } = home
  const [lead, second, third] = collections
  return (
    <div className="flex flex-col gap-section">
      {lead ? <Hero collection={lead} /> : null}
      {degraded.length > 0 ? (
        <div className="page-width">
          <Degraded parts={degraded} />
        </div>
      ) : null}
      <Later>
        <ForYou initial={forYou} length={FEED_LENGTH} />
      </Later>
      <CardRail
        title="Just arrived"
        reason="Hung this month."
        more={{ href: '/shop?sort=newest', label: 'See all' }}
        cards={newIn}
      />
      {second ? <Spread collection={second} /> : null}
      {boughtTogether ? (
        <CardRail
          title="Bought together"
          reason={`With the ${boughtTogether.anchor.title} by ${boughtTogether.anchor.brand}, buyers took these.`}
          more={{ href: `/p/${boughtTogether.anchor.slug}`, label: `See the ${boughtTogether.anchor.title}` }}
          cards={boughtTogether.cards}
        />
      ) : null}
      <PollCard />
      {collections.length > 0 ? <CollectionIndex collections={collections} /> : null}
      {third ? <Spread collection={third} turned /> : null}
      <CardRail
        title="Most bought"
        reason="By everyone, this season."
        more={{ href: '/shop?sort=popular', label: 'See all' }}
        cards={popular}
      />
      <RecentRail />
    </div>
  )
}

export default HomePage
