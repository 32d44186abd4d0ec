/** How far a seed is; reported after every chunk. */
export type SeedProgress = { readonly step: 'products' | 'orders'; readonly done: number; readonly of: number }
