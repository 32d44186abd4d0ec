import { CATEGORIES, CATEGORY_LABELS } from '@selvedge/core'
import { Link } from '@/components/link'
import { Rail, RailItem } from '@/components/rail'
import { LiveCard } from '@/features/listing/live-card'
import { getCaller } from '@/server/root-reader'

/** What the search page offers before anything is typed: the rails of the house and what is bought most. */
export const SearchStart = async () => {
  const api = await getCaller()
  const { cards } = await api.shop.listing({ sort: 'popular', inStock: true })
  return (
    <>
      <nav aria-label="Categories" className="page-width pt-10">
        <ul className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-4">
          {CATEGORIES.map((category) => (
            <li key={category} className="border-b border-rule">
              <Link
                href={`/shop?category=${category}`}
                className="flex min-h-14 items-center font-display text-title hover:text-thread"
              >
                {CATEGORY_LABELS[category]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="pt-section">
        <Rail title="Most bought" reason="And still in stock.">
          {cards.slice(0, 10).map((card) => (
            <RailItem key={card.productId}>
              <LiveCard card={card} />
            </RailItem>
          ))}
        </Rail>
      </div>
    </>
  )
}
