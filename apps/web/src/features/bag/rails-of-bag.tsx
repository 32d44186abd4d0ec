import type { BagView, ShownRail } from '@selvedge/core'
import { ChosenRail } from '../feed/chosen-rail'
import { RecentRail } from '../gestures/recent-rail'

/** What stands below a bag that has something in it, in the order that the shop gave it. */
export const RailsOfBag = ({ rails, lines }: { rails: readonly ShownRail[]; lines: BagView['lines'] }) => {
  const last = lines.at(-1)
  if (!last) return null
  return rails.map(({ rail, title }) => {
    if (rail === 'recently-viewed') return <RecentRail key={rail} title={title} className="pt-section" atOnce />
    if (rail !== 'bag') return null
    return (
      <ChosenRail
        key={`${rail} ${last.productId}`}
        placement="bag"
        title={title ?? 'Goes with your bag'}
        reason={`Chosen beside the ${last.title}`}
        productId={last.productId}
        present={lines.map((line) => line.productId)}
      />
    )
  })
}
