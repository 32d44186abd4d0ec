'use client'

import type { ListingAnswer } from '@selvedge/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { withPrice } from './change-listing'
import { useListingNavigation } from './listing-navigation'

const MINOR_PER_EURO = 100
const euros = (minor: number | undefined): string =>
  minor === undefined ? '' : String(Math.floor(minor / MINOR_PER_EURO))

const minorOf = (text: FormDataEntryValue | null): number | undefined =>
  typeof text === 'string' && /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) * MINOR_PER_EURO : undefined

/** A price range in whole euros, typed rather than dragged: exact, and the same by touch, mouse and keyboard. */
export const PriceFacet = ({ price }: Pick<ListingAnswer, 'price'>) => {
  const { query, go } = useListingNavigation()
  const [error, setError] = useState<string>()
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [min, max] = [minorOf(form.get('min')), minorOf(form.get('max'))]
    if (min !== undefined && max !== undefined && max < min) return setError('The upper price is below the lower one.')
    setError(undefined)
    go(withPrice(query, min, max))
  }
  return (
    // A new range from outside (a chip removed) starts the fields afresh.
    <form
      key={`${query.priceMinMinor}-${query.priceMaxMinor}`}
      onSubmit={apply}
      className="flex flex-col gap-3 text-ink"
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="From €"
          name="min"
          inputMode="numeric"
          pattern="\d*"
          autoComplete="off"
          defaultValue={euros(query.priceMinMinor)}
          placeholder={euros(price?.minMinor)}
        />
        <TextField
          label="To €"
          name="max"
          inputMode="numeric"
          pattern="\d*"
          autoComplete="off"
          defaultValue={euros(query.priceMaxMinor)}
          placeholder={price ? String(Math.ceil(price.maxMinor / MINOR_PER_EURO)) : ''}
        />
      </div>
      <p role="alert" className="text-note text-thread empty:hidden">
        {error}
      </p>
      <Button type="submit" tone="quiet" wide>
        Set the price
      </Button>
    </form>
  )
}
