import type { Country } from '@selvedge/core'

/** Countries we deliver to, as a person looks for them. */
export const COUNTRY_LABELS: Readonly<Record<Country, string>> = {
  AT: 'Austria',
  BE: 'Belgium',
  DK: 'Denmark',
  FR: 'France',
  DE: 'Germany',
  NL: 'Netherlands',
}

/** The same as choices of a form. */
export const COUNTRY_OPTIONS: readonly { readonly value: Country; readonly label: string }[] = [
  { value: 'AT', label: COUNTRY_LABELS.AT },
  { value: 'BE', label: COUNTRY_LABELS.BE },
  { value: 'DK', label: COUNTRY_LABELS.DK },
  { value: 'FR', label: COUNTRY_LABELS.FR },
  { value: 'DE', label: COUNTRY_LABELS.DE },
  { value: 'NL', label: COUNTRY_LABELS.NL },
]
