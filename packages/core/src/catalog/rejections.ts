/** Why the catalogue says no. */
export type CatalogRejection = { readonly code: 'UNKNOWN_PRODUCT'; readonly slug: string }
