import type { StockFilter } from '@selvedge/core'
import Link from 'next/link'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { stockAddress } from './stock-filter'

/** No record fits: says which filter to let go of. */
export const StockNothing = ({ filter: { query, ...narrower } }: { filter: StockFilter }) => {
  const isNarrowed = Object.keys(narrower).length > 0
  return (
    <EmptyState
      title="Nothing fits"
      className="py-10"
      actions={
        <>
          {query && isNarrowed ? (
            <Link href={stockAddress({ query })} className={buttonStyle()}>
              Every place, every level
            </Link>
          ) : null}
          <Link href="/admin/stock" className={buttonStyle({ tone: 'quiet' })}>
            All stock
          </Link>
        </>
      }
    >
      <p>{query ? `No record with “${query}” fits these filters.` : 'No record fits these filters.'}</p>
    </EmptyState>
  )
}
