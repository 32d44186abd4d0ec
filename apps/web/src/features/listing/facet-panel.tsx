'use client'

import type { ListingAnswer } from '@selvedge/core'
import { AccordionItem } from '@/components/accordion'
import { Checkbox } from '@/components/choice'
import { withInStock } from './change-listing'
import { ChecklistFacet } from './checklist-facet'
import { ColourFacet } from './colour-facet'
import { useListingNavigation } from './listing-navigation'
import { PriceFacet } from './price-facet'
import { SizeFacet } from './size-facet'

export type FacetPanelProps = Pick<ListingAnswer, 'facets' | 'price'>

/** All filters of a listing; the same in the column of a desk and the sheet of a phone. */
export const FacetPanel = ({ facets, price }: FacetPanelProps) => {
  const { query, go } = useListingNavigation()
  const set = (values: readonly string[] | undefined) => (values?.length ?? 0) > 0
  return (
    <div className="border-b border-rule">
      <div className="py-2.5 max-lg:border-t max-lg:border-rule">
        <Checkbox
          name="in-stock"
          value="1"
          label="In stock now"
          checked={query.inStock ?? false}
          onChange={(event) => go(withInStock(query, event.target.checked))}
        />
      </div>
      {facets.category.length > 0 ? (
        <AccordionItem title="Category" open>
          <ChecklistFacet facet="category" values={facets.category} />
        </AccordionItem>
      ) : null}
      {facets.size.length > 0 ? (
        <AccordionItem title="Size" open>
          <SizeFacet values={facets.size} />
        </AccordionItem>
      ) : null}
      {facets.colour.length > 0 ? (
        <AccordionItem title="Colour" open>
          <ColourFacet values={facets.colour} />
        </AccordionItem>
      ) : null}
      <AccordionItem title="Price" open={query.priceMinMinor !== undefined || query.priceMaxMinor !== undefined}>
        <PriceFacet {...(price ? { price } : {})} />
      </AccordionItem>
      {facets.garment.length > 0 ? (
        <AccordionItem title="Garment" open={set(query.garment)}>
          <ChecklistFacet facet="garment" values={facets.garment} />
        </AccordionItem>
      ) : null}
      {facets.brand.length > 0 ? (
        <AccordionItem title="House" open={set(query.brand)}>
          <ChecklistFacet facet="brand" values={facets.brand} />
        </AccordionItem>
      ) : null}
      {facets.material.length > 0 ? (
        <AccordionItem title="Material" open={set(query.material)}>
          <ChecklistFacet facet="material" values={facets.material} />
        </AccordionItem>
      ) : null}
    </div>
  )
}
