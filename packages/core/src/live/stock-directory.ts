/** What one inventory record contributes to the availability of its SKU. */
export type SellingRecord = {
  readonly sku: string
  readonly recordId: number
  readonly version: number
  readonly available: number
  /** Units of supply to come that may still be promised. */
  readonly future: number
}

export type VariantName = {
  readonly variantId: number
  readonly sku: string
  readonly size: string
  readonly colour: string
}

/** Names and places that the availability projection needs, from PostgreSQL. Unknown ids are left out of answers. */
export type StockDirectory = {
  skusOf(variantIds: readonly number[]): Promise<ReadonlyMap<number, string>>
  variantsOf(skus: readonly string[]): Promise<ReadonlyMap<string, number>>
  variantsOfProducts(productIds: readonly number[]): Promise<ReadonlyMap<number, readonly VariantName[]>>
  /** Locations whose stock is sold online; the others do not count. */
  sellingLocations(): Promise<ReadonlySet<number>>
  /** Every record at a selling location; all records of a SKU stand in one page. */
  sellingRecords(): AsyncIterable<readonly SellingRecord[]>
  /** Another answer means that versions have begun anew: another database, or a ledger loaded again. */
  identity(): Promise<string>
}
