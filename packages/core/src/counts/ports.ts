import type { StockRejection } from '../inventory/rejections'
import type { Origin } from '../origin'
import type { Result } from '../result'
import type { CancelCount, CountOneLine, OpenCount, PostCount } from './count'
import type { CountRejection } from './rejections'
import type { CountLineView, CountSummary, CountView } from './views'

type Answer<T> = Promise<Result<T, CountRejection | StockRejection>>

/** Cycle counts. A look reads the record's level under its row lock; the posting writes the differences, nothing else. */
export type CountDesk = {
  list(input: { beforeId?: number; limit: number }): Promise<readonly CountSummary[]>
  view(countId: number): Promise<CountView | undefined>
  open(origin: Origin, request: OpenCount): Answer<{ countId: number }>
  look(origin: Origin, request: CountOneLine): Answer<CountLineView>
  post(origin: Origin, request: PostCount): Answer<{ version: number; difference: number; skipped: number }>
  cancel(origin: Origin, request: CancelCount): Answer<{ version: number }>
}
