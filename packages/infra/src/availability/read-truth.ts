import type { AvailabilityOfVariant, SkuStock, StockDirectory } from '@selvedge/core'

/** Availability straight from PostgreSQL; unknown SKUs are left out. */
export const readTruth = async (
  deps: {
    directory: StockDirectory
    availability(variantIds: readonly number[]): Promise<readonly AvailabilityOfVariant[]>
  },
  skus: readonly string[],
): Promise<ReadonlyMap<string, SkuStock>> => {
  const variants = await deps.directory.variantsOf(skus)
  const skuOf = new Map([...variants].map(([sku, variantId]) => [variantId, sku]))
  const found = new Map<string, SkuStock>()
  for (const { variantId, version, available, future } of await deps.availability([...skuOf.keys()])) {
    const sku = skuOf.get(variantId)
    if (sku !== undefined) found.set(sku, { sku, version, available, ...(future > 0 ? { future } : {}) })
  }
  return found
}
