'use client'

import { SlidersHorizontal } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button } from '@/components/button'
import { useLazySheet } from '@/components/use-lazy-sheet'
import { filterCount } from './change-listing'
import type { FilterDrawerProps } from './filter-drawer'
import { useListingNavigation } from './listing-navigation'

const load = () => import('./filter-drawer')
const FilterDrawer = lazy(async () => ({ default: (await load()).FilterDrawer }))

/** The button of the filters on narrow screens. */
export const FilterSheet = (filters: Omit<FilterDrawerProps, 'open' | 'onOpenChange'>) => {
  const { opener, isWanted, sheet } = useLazySheet(load)
  const { query } = useListingNavigation()
  const count = filterCount(query)
  return (
    <>
      <Button tone="quiet" className="lg:hidden" {...opener}>
        <SlidersHorizontal aria-hidden="true" strokeWidth={1.5} className="size-4" />
        {count === 0 ? 'Filter' : `Filter, ${count} set`}
      </Button>
      {isWanted ? (
        <Suspense>
          <FilterDrawer {...filters} {...sheet} />
        </Suspense>
      ) : null}
    </>
  )
}
