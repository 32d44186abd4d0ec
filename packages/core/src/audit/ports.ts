import type { Origin } from '../origin'

/** One change that a member of staff asked for. */
export type StaffAction = {
  readonly id: number
  readonly askedAt: Date
  readonly actor: string
  readonly actorName?: string | undefined
  /** `admin.allocation.save` */
  readonly procedure: string
  readonly input: unknown
  readonly correlationId: string
  /** `done`, the code of the refusal, or `FAULT`; absent while it is under way, or when its process died over it. */
  readonly outcome?: string | undefined
  /** What stood there before, by the names of the input, where the procedure knew it; kept for changes that were done. */
  readonly before?: unknown
}

/** A change that came to its end while the journal could not be told so: its row stays without an outcome. */
export type UntoldOutcome = {
  readonly id: number
  readonly procedure: string
  readonly outcome: string
  readonly correlationId: string
}

export type StaffActionFilter = {
  /** Of the last row seen: the page after it. */
  readonly beforeId?: number
  /** In the procedure, what was asked, the correlation id or the person's name. */
  readonly find?: string
  readonly limit: number
}

/** Who changed what, when: kept before it is tried, told its outcome once, never rewritten. */
export type ActionJournal = {
  asked(origin: Origin, procedure: string, input: unknown): Promise<number>
  /** Tells, together with it, the open pages that show what was done. */
  ended(id: number, procedure: string, outcome: string, before?: unknown): Promise<void>
  /** Newest first. */
  list(filter: StaffActionFilter): Promise<readonly StaffAction[]>
}
