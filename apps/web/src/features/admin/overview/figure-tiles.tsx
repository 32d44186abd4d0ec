'use client'

import Link from 'next/link'
import { formatMoney } from '@/components/format-money'
import { StatRow, StatTile } from '@/components/stat-tile'
import { type Figures, useFigures } from '../frame/use-figures'

const count = (units: number): string => units.toLocaleString('en-GB')

/** The figures at the top, counted by the database at this moment. */
export const FigureTiles = ({ initial }: { initial: Figures }) => {
  const { figures } = useFigures(initial)
  const orders = figures.sales24h.reduce((sum, sales) => sum + sales.orders, 0)
  const revenue = figures.sales24h.map(({ revenueMinor, currency }) => formatMoney(revenueMinor, currency)).join(' + ')
  return (
    <StatRow>
      <StatTile label="Orders, 24 h" value={count(orders)} note={revenue === '' ? 'none paid yet' : revenue} />
      <StatTile
        label="Held now"
        value={count(figures.heldUnits)}
        note={
          <Link href="/admin/holds">
            in {count(figures.holds)} {figures.holds === 1 ? 'hold' : 'holds'}
          </Link>
        }
      />
      <StatTile label="Available" value={count(figures.availableUnits)} note="pieces to sell online" />
      <StatTile
        label="Low"
        value={count(figures.lowSkus)}
        note={
          <Link href="/admin/stock?low=1" className="thread-link">
            SKUs with 1 to 3 left
          </Link>
        }
      />
      <StatTile label="Sold out" value={count(figures.soldOutSkus)} note="SKUs with none left" />
      <StatTile label="Ledger, 24 h" value={count(figures.ledgerEntries24h)} note="entries written" />
    </StatRow>
  )
}
