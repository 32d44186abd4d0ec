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
  ended(id: number, outcome: string): Promise<void>
  /** Newest first. */
  list(filter: StaffActionFilter): Promise<readonly StaffAction[]>
}
