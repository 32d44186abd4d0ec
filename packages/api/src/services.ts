import type { CatalogService, StockEngine, StockReader } from '@selvedge/core'

/** The use cases that procedures call, built once by the composition root. */
export type Services = {
  readonly catalog: CatalogService
  readonly stock: StockEngine
  readonly stockReader: StockReader
}
