import { getCaller } from '@/server/root-reader'
import { RecentRail } from '../gestures/recent-rail'
import { CardRail } from './card-rail'

/** A way on from a page that has nothing: what the shopper looked at, and what is new. */
export const SomethingToSee = async () => {
  const api = await getCaller()
  const { newIn } = await api.shop.home()
  return (
    <div className="flex flex-col gap-section pb-section">
      <RecentRail atOnce />
      <CardRail
        placement="home-just-arrived"
        title="Just arrived"
        reason="Hung this month."
        more={{ href: '/shop?sort=newest', label: 'See all' }}
        cards={newIn}
      />
    </div>
  )
}
