'use client'

import type { ProductDetail } from '@selvedge/core'
import { COUNTRY_LABELS } from '../checkout/countries'
import { useCountry } from './country-choice'

/** Says that a piece may not be sent where this browser's parcels go; nothing where it may, or nobody said where. */
export const NotSentThere = ({ brand: { name, notSoldIn = [] } }: { brand: ProductDetail['brand'] }) => {
  const country = useCountry()
  if (country === undefined || !notSoldIn.includes(country)) return null
  return (
    <p role="status" className="border border-thread p-3 text-small">
      Not sent to {COUNTRY_LABELS[country]}: there {name} is sold by others alone. Where your parcels go is chosen at
      the foot of the page.
    </p>
  )
}
