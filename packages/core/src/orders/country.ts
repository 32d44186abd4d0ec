import { z } from 'zod'

/** Where the shop sends to, ISO 3166. */
export const COUNTRIES = ['NL', 'DE', 'BE', 'FR', 'DK', 'AT'] as const
export const countrySchema = z.enum(COUNTRIES)
export type Country = z.infer<typeof countrySchema>
