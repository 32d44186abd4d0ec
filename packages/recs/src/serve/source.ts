import type { CandidatePool } from './candidate-pool'
import type { CatalogueTable } from './catalogue-table'
import type { CodedShopper } from './coded-shopper'
import type { ItemFacts } from './item-facts'
import type { ServedModels } from './served-models'
import type { SourceName } from './source-names'
import type { Walk } from './sources/neighbour-walk'
import type { StockBits } from './stock-bits'

/** What a source may look at. */
export type DrawRequest = {
  readonly table: CatalogueTable
  readonly models: ServedModels
  readonly shopper: CodedShopper
  /** The product the placement stands beside; -1 on a page of its own. */
  readonly anchor: number
  /** Codes of departments that suit the shopper; all when absent. */
  readonly departments?: ReadonlySet<number>
  readonly nowMs: number
  /** The season where the shopper is. */
  readonly season: number
  readonly bits: StockBits
  readonly facts: ItemFacts
  /** Room in which scores of neighbours are added up. */
  readonly walk: Walk
}

/** One way to find candidates: offers at most `quota` of them, best first. */
export type CandidateSource = {
  readonly name: SourceName
  draw(request: DrawRequest, pool: CandidatePool, quota: number): void
}
