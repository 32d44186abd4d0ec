/** Where this browser's parcels go, as chosen or as of its first order. */
export const COUNTRY_COOKIE = 'selvedge_country'
/** Its value for who took the choice back: the account's is not asked then. */
export const NO_COUNTRY = 'none'
export const COUNTRY_MAX_AGE_S = 365 * 86_400
