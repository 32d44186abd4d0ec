import type {
  AllocationService,
  BagService,
  CatalogService,
  CheckoutService,
  CountDesk,
  EndpointDesk,
  FeedService,
  MarkdownStore,
  OrdersService,
  QualityDesk,
  ReturnsService,
  SourceDesk,
  StockEditor,
  StockEngine,
  StockHistory,
  StockReader,
  TransferDesk,
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
  readonly allocation: AllocationService
  readonly transfers: TransferDesk
  readonly counts: CountDesk
  readonly returns: ReturnsService
  readonly quarantine: QualityDesk
  readonly stockHistory: StockHistory
  readonly stockEditor: StockEditor
  readonly sources: SourceDesk
  readonly endpoints: EndpointDesk
}
