/** How far a seed is; reported after every chunk. */
export type SeedProgress = {
  readonly step: 'products' | 'orders' | 'signals'
  readonly done: number
  readonly of: number
}
