import type {
  BagService,
  CatalogService,
  CheckoutService,
  FeedService,
  MarkdownStore,
  OrdersService,
  StockEngine,
  StockReader,
} from '@selvedge/core'

/** The use cases that procedures call, built once by the composition root. */
export type Services = {
  readonly catalog: CatalogService
  readonly bag: BagService
  readonly checkout: CheckoutService
  readonly feed: FeedService
  readonly orders: OrdersService
  readonly stock: StockEngine
  readonly stockReader: StockReader
  readonly markdowns: MarkdownStore
}
