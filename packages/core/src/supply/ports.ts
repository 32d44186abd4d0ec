import type { StockRejection } from '../inventory/rejections'
import type { Origin } from '../origin'
import type { Result } from '../result'
import type { Day } from './day'
import type { SupplyOutlook } from './outlook'
import type { Promisable } from './promisable'
import type { SupplyRejection } from './rejections'
import type {
  AnnounceShipment,
  ChangeShipment,
  ChangeSupplier,
  DraftPurchaseOrder,
  NewSupplier,
  PurchaseOrderMove,
  ReceiveShipment,
  SetBackorder,
  SupplierFacts,
} from './schemas'
import type {
  BackorderPromise,
  BackorderView,
  PromiseAtRisk,
  PromiseKind,
  PurchaseOrderView,
  ShipmentSummary,
  ShipmentView,
  SupplierView,
} from './views'

type Answer<T> = Promise<Result<T, SupplyRejection | StockRejection>>

/**
 * The write side of supply to come. Each call is one transaction with the ledger: documents are locked first, then the
 * stock levels of their SKUs, then everybody who waits for those records is bound again, first come first bound, and
 * what changed is told in the stream of the record and in the outbox.
 */
export type SupplyDesk = {
  addSupplier(supplier: NewSupplier): Answer<{ readonly supplierId: number }>
  /** Compare-and-set on what was seen; `before` is what stood there. */
  changeSupplier(change: ChangeSupplier): Answer<{ readonly before: SupplierFacts }>
  /** The same draft again answers the number it was given; another under its id is refused. */
  draftOrder(order: DraftPurchaseOrder, origin: Origin): Answer<{ readonly number: string }>
  moveOrder(move: PurchaseOrderMove): Answer<{ readonly number: string }>
  /** The same announcement again answers the number it was given; another under its id is refused. */
  announce(shipment: AnnounceShipment, origin: Origin): Answer<{ readonly number: string }>
  /** Slips, cuts, opens or closes for presale. Compare-and-set on the shipment's version. */
  change(change: ChangeShipment, origin: Origin): Answer<{ readonly version: number }>
  cancel(shipment: { number: string; expectedVersion: number }, origin: Origin): Answer<{ readonly version: number }>
  /** What came fills promises before it becomes free stock. The same receipt again changes nothing; another under its id is refused. */
  receive(receipt: ReceiveShipment, origin: Origin): Answer<{ readonly repeated: boolean }>
  /** Compare-and-set on the allowance's version; `before` is what stood there. Fewer than are promised leaves the last without supply. */
  setBackorder(backorder: SetBackorder, origin: Origin): Answer<BackorderSet>
  /** Binds who waits for these SKUs again: after stock has moved by other means. Idempotent. */
  rebind(variantIds: readonly number[], origin: Origin): Promise<void>
}

export type BackorderSet = {
  readonly version: number
  readonly before: { readonly units: number; readonly leadDays: number }
}

/** Promises of a checkout: made once its units are committed. Idempotent. */
export type PromiseMaker = {
  make(order: {
    readonly orderId: string
    readonly cartId: string
    readonly lines: readonly { readonly lineNo: number; readonly variantId: number; readonly holdId: string }[]
    readonly origin: Origin
  }): Promise<{ readonly promisedUnits: number }>
}

/** When the units of a hold that draws on supply to come can leave. */
export type HoldPromise = { readonly kind: PromiseKind; readonly shipsOn?: Day; readonly futureUnits: number }

export type SupplyReader = {
  /** SKUs of which units may be promised beyond stock now, and the next unit's day. */
  outlook(variantIds: readonly number[]): Promise<ReadonlyMap<number, SupplyOutlook>>
  /** What may be promised of a SKU by each day on which supply can leave, at places that sell online. */
  promisable(sku: string): Promise<Promisable>
  /** By reservation id; holds that draw on stock alone are left out. */
  holdPromises(cartId: string, holdIds: readonly string[]): Promise<ReadonlyMap<string, HoldPromise>>
  suppliers(): Promise<readonly SupplierView[]>
  orders(): Promise<readonly PurchaseOrderView[]>
  order(number: string): Promise<PurchaseOrderView | undefined>
  shipments(input: { open: boolean }): Promise<readonly ShipmentSummary[]>
  shipment(number: string): Promise<ShipmentView | undefined>
  /** Records of a SKU, or all that something is allowed or promised of, with what is left. */
  backorders(input: { sku?: string | undefined }): Promise<readonly BackorderView[]>
  /** Who waits for unannounced replenishment of a record, first come first. */
  backorderPromises(recordId: number): Promise<readonly BackorderPromise[]>
  /** Unbound, overdue, or later than first told and not answered, oldest first. */
  promisesAtRisk(limit: number): Promise<readonly PromiseAtRisk[]>
}
