import type { Result } from '../result'
import type { PollDraft, PollRejection, PollResult, PollValues } from './poll'

/** Questions as staff keep them. */
export type PollDesk = {
  /** Open ones first, in the order they are put. */
  list(): Promise<readonly PollResult[]>
  values(): Promise<PollValues>
  create(draft: PollDraft): Promise<Result<void, PollRejection>>
  /** Only while nobody has answered. */
  change(draft: PollDraft): Promise<Result<void, PollRejection>>
  /** Closed, it is put to nobody; its votes stay. */
  setOpen(pollId: string, isOpen: boolean): Promise<Result<void, PollRejection>>
}
