'use client'

import type { ListingAnswer } from '@selvedge/core'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { filterCount } from './change-listing'
import { FacetPanel } from './facet-panel'
import { useListingNavigation } from './listing-navigation'
import { piecesWords } from './pieces-words'

/** Filters on narrow screens: the results change behind the sheet, the button at its foot says how many there are. */
export const FilterSheet = ({ facets, price, total }: Pick<ListingAnswer, 'facets' | 'price' | 'total'>) => {
  const [open, setOpen] = useState(false)
  const { query, pending } = useListingNavigation()
  const count = filterCount(query)
  return (
    <Sheet
      title="Filters"
      side="right"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button tone="quiet" className="lg:hidden">
          <SlidersHorizontal aria-hidden="true" strokeWidth={1.5} className="size-4" />
          {count === 0 ? 'Filter' : `Filter, ${count} set`}
        </Button>
      }
      footer={
        <Button wide size="large" loading={pending} onClick={() => setOpen(false)}>
          {total === 0 ? 'Nothing matches' : `Show ${piecesWords(total)}`}
        </Button>
      }
    >
      <FacetPanel facets={facets} {...(price ? { price } : {})} />
    </Sheet>
  )
}
