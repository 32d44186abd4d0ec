'use client'

import { useEffect, useState } from 'react'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { rememberedCountry } from '../delivery/country-choice'
import { COUNTRY_OPTIONS } from './countries'
import type { FieldErrors } from './read-form'

/** Where the parcel goes, with the tokens that let a browser fill it in. */
export const AddressFields = ({ errors, name }: { errors: FieldErrors; name?: string | undefined }) => {
  const [country, setCountry] = useState('NL')
  // The page is the same for everybody; where this browser's parcels go is known here alone.
  useEffect(() => setCountry(rememberedCountry() ?? 'NL'), [])
  return (
    <div className="grid grid-cols-[9rem_1fr] gap-x-4 gap-y-5">
      <TextField
        label="Full name"
        name="name"
        autoComplete="name"
        defaultValue={name}
        error={errors.name}
        className="col-span-2"
      />
      <TextField
        label="Street and number"
        name="line1"
        autoComplete="address-line1"
        error={errors.line1}
        className="col-span-2"
      />
      <TextField
        label="Floor, flat, company"
        optional
        name="line2"
        autoComplete="address-line2"
        error={errors.line2}
        className="col-span-2"
      />
      <TextField label="Postcode" name="postcode" autoComplete="postal-code" error={errors.postcode} />
      <TextField label="Town" name="city" autoComplete="address-level2" error={errors.city} />
      <Field label="Country" error={errors.country} className="col-span-2">
        {(wiring) => (
          <Select
            key={country}
            {...wiring}
            name="country"
            autoComplete="country"
            defaultValue={country}
            options={COUNTRY_OPTIONS}
          />
        )}
      </Field>
    </div>
  )
}
