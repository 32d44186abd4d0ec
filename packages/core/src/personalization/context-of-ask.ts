import type { Country } from '../orders/country'
import type { ShopperView } from './shopper-view'

/** What is known of a visit beside who it is. */
export type VisitContext = { readonly country?: Country | undefined; readonly landing?: string | undefined }

/** Landing on a campaign says as much as a search, of somebody of whom nothing else is known. */
export const contextOf = ({ country, landing }: VisitContext, isKnown: boolean): Partial<ShopperView> => ({
  ...(country === undefined ? {} : { country }),
  ...(landing === undefined || isKnown ? {} : { landing, sought: [{ text: landing, weight: 1 }] }),
})
