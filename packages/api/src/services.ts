import type {
  AccountCountry,
  ActionJournal,
  AlertDesk,
  AlertSuggestions,
  AllocationService,
  BagService,
  BehaviourService,
  CancellationService,
  CatalogService,
  CheckoutService,
  CountDesk,
  EndpointDesk,
  ExperimentReadingView,
  FeedFigures,
  FeedService,
  FileDesk,
  FulfilmentService,
  HoldPolicyDesk,
  Inspector,
  LeverRejection,
  LeverStore,
  MarkdownStore,
  ModelRegistry,
  NoticesService,
  OrdersService,
  Origin,
  Page,
  PersonalListing,
  Placement,
  PlacementPlan,
  PlanningDesk,
  PollDesk,
  QualityDesk,
  Result,
  ReturnsService,
  SafetyDesk,
  ServedLog,
  ShownRail,
  SizeAdviceService,
  SourceDesk,
  StaffHints,
  StockEditor,
  StockEngine,
  StockHistory,
  StockReader,
  StyleCosts,
  SupplyDesk,
  SupplyReader,
  TransferDesk,
  UntoldOutcome,
} from '@selvedge/core'

/** The use cases that procedures call, built once by the composition root. */
export type Services = {
  readonly catalog: CatalogService
  readonly personalListing: PersonalListing
  readonly bag: BagService
  readonly accountCountry: AccountCountry
  readonly behaviour: BehaviourService
  readonly alertSuggestions: AlertSuggestions
  readonly checkout: CheckoutService
  readonly feed: FeedService
  /** What stands on a page now, in order. */
  readonly pageRails: (page: Page) => readonly ShownRail[]
  readonly sizeAdvice: SizeAdviceService
  readonly inspector: Inspector
  readonly levers: LeverStore
  readonly polls: PollDesk
  readonly models: ModelRegistry
  readonly served: ServedLog
  readonly feedFigures: FeedFigures
  /** The composition of each placement where nobody changed it. */
  readonly housePlans: Readonly<Record<Placement, PlacementPlan>>
  readonly readExperiment: (slug: string) => Promise<Result<ExperimentReadingView, LeverRejection>>
  readonly askForTraining: (origin: Origin) => Promise<void>
  readonly orders: OrdersService
  readonly notices: NoticesService
  readonly cancellation: CancellationService
  readonly fulfilment: FulfilmentService
  readonly stock: StockEngine
  readonly stockReader: StockReader
  readonly markdowns: MarkdownStore
  readonly allocation: AllocationService
  readonly holdPolicies: HoldPolicyDesk
  readonly safety: SafetyDesk
  readonly audit: ActionJournal
  /** Told of what the journal could not be told. */
  readonly onUntoldOutcome: (untold: UntoldOutcome, fault: unknown) => void
  readonly transfers: TransferDesk
  readonly counts: CountDesk
  readonly returns: ReturnsService
  readonly quarantine: QualityDesk
  readonly stockHistory: StockHistory
  readonly stockEditor: StockEditor
  readonly sources: SourceDesk
  readonly endpoints: EndpointDesk
  readonly supply: SupplyReader
  readonly staffHints: StaffHints
  readonly supplyDesk: SupplyDesk
  readonly styleCosts: StyleCosts
  readonly files: FileDesk
  readonly planning: PlanningDesk
  readonly staffAlerts: AlertDesk
}
