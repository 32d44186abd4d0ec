'use client'

import { Field } from '@/components/field'
import { announce } from '@/components/live-region'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { tellRefusal } from '../bag/tell'
import { COUNTRY_LABELS, COUNTRY_OPTIONS } from '../checkout/countries'
import { tellTaste } from '../gestures/taste-told'
import { rememberCountry, useCountry } from './country-choice'

const CHOICES = [{ value: '', label: 'Not chosen yet' }, ...COUNTRY_OPTIONS]

/** Where parcels go: chosen in this browser, and for good with an account. What is chosen for the shopper follows at once. */
export const CountryChooser = ({ className }: { className?: string }) => {
  const country = useCountry()
  const cache = trpc.useUtils()
  const keep = trpc.shop.country.choose.useMutation({
    onError: (error) => tellRefusal(error),
    onSuccess: async () => {
      tellTaste()
      await cache.shop.invalidate()
    },
  })
  const choose = (value: string): void => {
    const chosen = COUNTRY_OPTIONS.find((known) => known.value === value)?.value
    rememberCountry(chosen)
    announce(chosen ? `Parcels go to ${COUNTRY_LABELS[chosen]}.` : 'Where parcels go is open again.')
    keep.mutate({ country: chosen ?? null })
  }
  return (
    <Field label="Where your parcels go" {...(className === undefined ? {} : { className })}>
      {(wiring) => (
        <Select {...wiring} value={country ?? ''} options={CHOICES} onChange={({ target }) => choose(target.value)} />
      )}
    </Field>
  )
}
