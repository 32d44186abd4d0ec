import type { Country } from '../orders/country'

/** Where an account's parcels go, kept with the account so that it holds in every browser. */
export type AccountCountry = {
  /** At sign-in: the account's own country; one that has none takes what this browser chose. */
  meet(userId: string, chosen: Country | undefined): Promise<Country | undefined>
  /** Undefined takes the choice back. */
  keep(userId: string, country: Country | undefined): Promise<void>
}
