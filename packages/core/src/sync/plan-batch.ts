import type { SyncConflict, SyncRefusal, SyncResult } from './answer'
import type { SyncKind, SyncMessage } from './batch'
import { onOurClock } from './source-clock'

/** What the books know of a record when the batch arrives, read in one snapshot. */
export type BookOfRecord = {
  readonly recordId: number
  readonly variantId: number
  readonly sku: string
  readonly location: string
  readonly onHand: number
  /** Changes of on hand by effective time, back to the earliest count of the batch. */
  readonly changes: readonly { readonly at: Date; readonly units: number }[]
  /** The newest count of the shelf that was applied, whoever counted. */
  readonly lastCount?: CountMark
  /** Content of the messages of this source that came before, by number. */
  readonly seen: ReadonlyMap<number, string>
}
/** `seq` orders the counts of one source that bear the same time. */
export type CountMark = { readonly at: Date; readonly sourceId: string; readonly seq: number }

export type PlannedObservation = {
  readonly recordId: number
  readonly variantId: number
  readonly type: 'SoldAtTill' | 'ReturnedRestocked' | 'Received' | 'Damaged' | 'Found' | 'Counted' | 'Adjusted'
  /** Signed for `Counted` and `Adjusted`. */
  readonly quantity: number
  readonly effectiveAt: Date
  readonly dedupeKey: string
  /** Number of the message it is made of. */
  readonly seq: number
  readonly note?: string
}
export type NotedMessage = {
  readonly recordId: number
  readonly seq: number
  readonly content: string
  readonly effectiveAt: Date
}
export type BatchPlan = {
  readonly observations: readonly PlannedObservation[]
  readonly results: readonly SyncResult[]
  readonly conflicts: readonly SyncConflict[]
  /** Messages to remember: the same number again is a duplicate. */
  readonly noted: readonly NotedMessage[]
  readonly countMarks: ReadonlyMap<number, CountMark & { readonly counted: number }>
}

type Line = { readonly line: number; readonly message: SyncMessage; readonly at: Date; readonly location?: string }

/** How a kind of message changes what is on the shelf, per piece. */
const SHELF: Readonly<Record<Exclude<SyncKind, 'count'>, { type: PlannedObservation['type']; sign: 1 | -1 | 0 }>> = {
  sale: { type: 'SoldAtTill', sign: -1 },
  return: { type: 'ReturnedRestocked', sign: 1 },
  receipt: { type: 'Received', sign: 1 },
  damage: { type: 'Damaged', sign: 0 },
  found: { type: 'Found', sign: 1 },
  lost: { type: 'Adjusted', sign: -1 },
}

export const contentOf = ({ kind, quantity, observedAt }: SyncMessage): string => `${kind} ${quantity} ${observedAt}`

/**
 * Decides what a batch means, whatever order its messages come in. Changes commute. A count is compared with the books
 * as of the moment it was taken, so that sales after it stand. A change from before an applied count is already in what
 * was counted: it is written, and taken off that count's difference. An older count than one applied changes nothing.
 * So the level ends as newest count plus the changes after it, in every order of arrival.
 */
export const planBatch = (input: {
  readonly sourceId: string
  /** What keeps a message from being written twice: no two messages of a record may share it. */
  readonly keyOf: (message: SyncMessage) => string
  readonly receivedAt: Date
  readonly skewMs: number
  readonly messages: readonly SyncMessage[]
  /** The record a message is of, or why there is none. */
  recordOf(message: SyncMessage): { readonly book: BookOfRecord } | { readonly refusal: SyncRefusal; location?: string }
}): BatchPlan => {
  const { sourceId, keyOf, receivedAt, skewMs } = input
  const results = new Map<number, SyncResult>()
  const conflicts: SyncConflict[] = []
  const perRecord = new Map<number, { book: BookOfRecord; lines: Line[] }>()

  const refuse = ({ line, message }: Pick<Line, 'line' | 'message'>, code: SyncRefusal, location?: string): void => {
    const place = location ?? message.location
    const where = place === undefined ? {} : { location: place }
    results.set(line, { line, seq: message.seq, sku: message.sku, ...where, outcome: 'refused', code })
    const facts = { code, kind: message.kind, quantity: message.quantity, seq: message.seq }
    conflicts.push({ kind: 'refused', line, sku: message.sku, ...where, facts })
  }
  for (const [index, message] of input.messages.entries()) {
    const line = index + 1
    const found = input.recordOf(message)
    if ('refusal' in found) refuse({ line, message }, found.refusal, found.location)
    else {
      const at = onOurClock(new Date(message.observedAt), skewMs, receivedAt)
      const group = perRecord.get(found.book.recordId)
      if (group) group.lines.push({ line, message, at })
      else perRecord.set(found.book.recordId, { book: found.book, lines: [{ line, message, at }] })
    }
  }

  const observations: PlannedObservation[] = []
  const noted: NotedMessage[] = []
  const countMarks = new Map<number, CountMark & { counted: number }>()
  for (const { book, lines } of perRecord.values()) {
    const planned = planRecord({ sourceId, keyOf }, book, lines)
    observations.push(...planned.observations)
    noted.push(...planned.noted)
    conflicts.push(...planned.conflicts)
    for (const result of planned.results) results.set(result.line, result)
    for (const reused of planned.reused) refuse(reused, 'SEQ_REUSED', book.location)
    if (planned.countMark) countMarks.set(book.recordId, planned.countMark)
  }
  const inOrder = [...results.values()].sort((a, b) => a.line - b.line)
  return { observations, results: inOrder, conflicts, noted, countMarks }
}

const planRecord = (
  { sourceId, keyOf }: { sourceId: string; keyOf: (message: SyncMessage) => string },
  book: BookOfRecord,
  unsorted: readonly Line[],
) => {
  const { recordId, variantId, sku, location } = book
  const results: SyncResult[] = []
  const conflicts: SyncConflict[] = []
  const observations: PlannedObservation[] = []
  const noted: NotedMessage[] = []
  const reused: Line[] = []
  const seen = new Map(book.seen)
  const changes = [...book.changes]
  let { onHand, lastCount } = book
  let countMark: (CountMark & { counted: number }) | undefined

  const bookAt = (at: Date): number =>
    onHand - changes.reduce((sum, change) => sum + (change.at > at ? change.units : 0), 0)
  const write = (observation: Omit<PlannedObservation, 'recordId' | 'variantId'>, shelfUnits: number): void => {
    observations.push({ recordId, variantId, ...observation })
    changes.push({ at: observation.effectiveAt, units: shelfUnits })
    onHand += shelfUnits
  }
  // A count covers whatever was seen up to its very moment.
  const isInCount = (at: Date): boolean => lastCount !== undefined && at <= lastCount.at
  const isOlderCount = (at: Date, seq: number): boolean => {
    if (!lastCount) return false
    if (at.getTime() !== lastCount.at.getTime()) return at < lastCount.at
    return lastCount.sourceId !== sourceId || seq < lastCount.seq
  }

  for (const { line, message, at } of [...unsorted].sort(byTime)) {
    const { seq, kind, quantity, note } = message
    const say = (outcome: SyncResult['outcome'], difference?: number): void => {
      const counted = difference === undefined ? {} : { difference }
      results.push({ line, seq, sku, location, outcome, ...counted })
    }
    const content = contentOf(message)
    const earlier = seen.get(seq)
    if (earlier !== undefined) {
      if (earlier === content) say('duplicate')
      else reused.push({ line, message, at })
      continue
    }
    seen.set(seq, content)
    noted.push({ recordId, seq, content, effectiveAt: at })
    const dedupeKey = keyOf(message)
    const noteField = note === undefined ? {} : { note }

    if (kind === 'count') {
      if (isOlderCount(at, seq)) {
        say('superseded')
        const facts = { counted: quantity, countedAt: at.toISOString(), newerAt: lastCount?.at.toISOString() ?? '' }
        conflicts.push({ kind: 'superseded', line, sku, location, recordId, facts })
        continue
      }
      const difference = quantity - bookAt(at)
      if (difference !== 0) {
        const facts = { counted: quantity, book: quantity - difference, difference }
        conflicts.push({ kind: 'count-difference', line, sku, location, recordId, facts })
      }
      write({ type: 'Counted', quantity: difference, effectiveAt: at, dedupeKey, seq, ...noteField }, difference)
      lastCount = { at, sourceId, seq }
      countMark = { ...lastCount, counted: quantity }
      say(difference === 0 ? 'agreed' : 'applied', difference)
      continue
    }
    const { type, sign } = SHELF[kind]
    const units = sign * quantity
    const isAbsorbed = units !== 0 && isInCount(at)
    const written = type === 'Adjusted' ? units : quantity
    // The correction first: taken together the two change nothing, and neither may take the level below zero.
    const correction = {
      type: 'Counted',
      quantity: -units,
      effectiveAt: lastCount?.at ?? at,
      seq,
      dedupeKey: `${dedupeKey}:count`,
    } as const
    if (isAbsorbed && units < 0) write(correction, -units)
    write({ type, quantity: written, effectiveAt: at, dedupeKey, seq, ...noteField }, units)
    if (isAbsorbed && units > 0) write(correction, -units)
    say(isAbsorbed ? 'absorbed' : 'applied')
  }
  return { results, conflicts, observations, noted, reused, countMark }
}

const byTime = (a: Line, b: Line): number =>
  a.at.getTime() - b.at.getTime() ||
  Number(a.message.kind === 'count') - Number(b.message.kind === 'count') ||
  a.message.seq - b.message.seq
