'use client'

import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { FacetPanel, type FacetPanelProps } from './facet-panel'
import { useListingNavigation } from './listing-navigation'
import { piecesWords } from './pieces-words'

export type FilterDrawerProps = FacetPanelProps & {
  total: number
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** The sheet of filters itself: the results change behind it, the button at its foot says how many there are. */
export const FilterDrawer = ({ facets, price, total, open, onOpenChange }: FilterDrawerProps) => {
  const { pending } = useListingNavigation()
  return (
    <Sheet
      title="Filters"
      side="right"
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <Button wide size="large" loading={pending} onClick={() => onOpenChange(false)}>
          {total === 0 ? 'Nothing matches' : `Show ${piecesWords(total)}`}
        </Button>
      }
    >
      <FacetPanel facets={facets} {...(price ? { price } : {})} />
    </Sheet>
  )
}
