import type { Metadata } from 'next'
import { campaignOf } from '@/features/feed/campaign'
import { Hero } from '@/features/home/hero'
import { HomeRails } from '@/features/home/home-rails'
import { HomeSkeleton } from '@/features/home/home-skeleton'
import { Degraded } from '@/features/listing/degraded'
import { Screen } from '@/layout/screen'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { alternates: { canonical: '/' } }

const FEED_LENGTH = 12

type Address = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }

const HomePage = (address: Address) => (
  <Screen outline={<HomeSkeleton />}>
    <Home {...address} />
  </Screen>
)

const Home = async ({ searchParams }: Address) => {
  const [api, asked] = await Promise.all([getCaller(), searchParams])
  const began = campaignOf(asked.utm_campaign)
  const [home, forYou, rails] = await Promise.all([
    api.shop.home(),
    api.shop.feed({ length: FEED_LENGTH, ...(began === undefined ? {} : { landing: began }) }),
    api.shop.pageRails({ page: 'home' }),
  ])
  const { collections, degraded } = home
  const [lead] = collections
  return (
    <div className="flex flex-col gap-section">
      {lead ? <Hero collection={lead} /> : null}
      {degraded.length > 0 ? (
        <div className="page-width">
          <Degraded parts={degraded} />
        </div>
      ) : null}
      <HomeRails rails={rails} home={home} forYou={{ answer: forYou, length: FEED_LENGTH }} />
    </div>
  )
}

export default HomePage
