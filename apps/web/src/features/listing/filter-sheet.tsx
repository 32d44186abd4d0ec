'use client'

import { SlidersHorizontal } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/button'
import { filterCount } from './change-listing'
import type { FilterDrawerProps } from './filter-drawer'
import { useListingNavigation } from './listing-navigation'

const load = () => import('./filter-drawer')
const FilterDrawer = lazy(async () => ({ default: (await load()).FilterDrawer }))
const fetchAhead = () => void load()

/** The button of the filters on narrow screens. Their sheet is fetched when a finger or the focus comes near. */
export const FilterSheet = (filters: Omit<FilterDrawerProps, 'open' | 'onOpenChange'>) => {
  const [isWanted, setWanted] = useState(false)
  const [open, setOpen] = useState(false)
  const { query } = useListingNavigation()
  const count = filterCount(query)
  return (
    <>
      <Button
        tone="quiet"
        className="lg:hidden"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        <SlidersHorizontal aria-hidden="true" strokeWidth={1.5} className="size-4" />
        {count === 0 ? 'Filter' : `Filter, ${count} set`}
      </Button>
      {isWanted ? (
        <Suspense>
          <FilterDrawer {...filters} open={open} onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  )
}
