import type { Address } from '@selvedge/core'

/** Countries we deliver to, as a person looks for them. */
export const COUNTRY_LABELS: Readonly<Record<Address['country'], string>> = {
  AT: 'Austria',
  BE: 'Belgium',
  DK: 'Denmark',
  FR: 'France',
  DE: 'Germany',
  NL: 'Netherlands',
}

export const COUNTRY_OPTIONS = Object.entries(COUNTRY_LABELS).map(([value, label]) => ({ value, label }))
