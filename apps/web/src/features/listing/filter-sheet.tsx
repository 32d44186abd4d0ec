'use client'

import { SlidersHorizontal } from 'lucide-react'
import { Button } from '@/components/button'
import { LateCode } from '@/components/late-code'
import { useLazySheet } from '@/components/use-lazy-sheet'
import { filterCount } from './change-listing'
import type { FilterDrawerProps } from './filter-drawer'
import { useListingNavigation } from './listing-navigation'

const load = async () => ({ default: (await import('./filter-drawer')).FilterDrawer })

/** The button of the filters on narrow screens. */
export const FilterSheet = (filters: Omit<FilterDrawerProps, 'open' | 'onOpenChange'>) => {
  const { opener, isWanted, sheet, Sheet, giveUp } = useLazySheet(load, 'The filters')
  const { query } = useListingNavigation()
  const count = filterCount(query)
  return (
    <>
      <Button tone="quiet" className="lg:hidden" {...opener}>
        <SlidersHorizontal aria-hidden="true" strokeWidth={1.5} className="size-4" />
        {count === 0 ? 'Filter' : `Filter, ${count} set`}
      </Button>
      {isWanted ? (
        <LateCode onFault={giveUp}>
          <Sheet {...filters} {...sheet} />
        </LateCode>
      ) : null}
    </>
  )
}
