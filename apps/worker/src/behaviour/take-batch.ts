import { type BehaviourLog, type ProfileStore, type RecordedSignal, recordedSignalSchema } from '@selvedge/core'
import type { BehaviourStream, StreamEntry } from '@selvedge/infra'

export type TakeBatchDeps = {
  readonly stream: Pick<BehaviourStream, 'finish' | 'setAside'>
  readonly profiles: Pick<ProfileStore, 'apply'> & {
    standing(signals: readonly RecordedSignal[]): Promise<readonly RecordedSignal[]>
  }
  readonly log: Pick<BehaviourLog, 'append'>
  /** Whether PostgreSQL and Redis answer at all: tells an outage from an entry that cannot be kept. */
  isReachable(): Promise<boolean>
}

export type BatchOutcome = {
  readonly logged: number
  readonly applied: number
  /** Delivered before, by a browser or by the stream. */
  readonly repeated: number
  /** Of people who had their history erased meanwhile. */
  readonly erased: number
  readonly poisoned: number
}

const NOTHING: BatchOutcome = { logged: 0, applied: 0, repeated: 0, erased: 0, poisoned: 0 }

type Read = { readonly entry: StreamEntry; readonly signal: RecordedSignal }

/**
 * Keeps a batch of the stream in profile and log and lets it go. Both take an event once, so a batch that was half
 * done before a crash is simply done again. An entry that is no signal, or that alone cannot be kept while everything
 * answers, is set aside so that it does not stop the others.
 */
export async function takeBatch(deps: TakeBatchDeps, entries: readonly StreamEntry[]): Promise<BatchOutcome> {
  const readable: Read[] = []
  let poisoned = 0
  for (const entry of entries) {
    const signal = signalOf(entry.text)
    if (signal) readable.push({ entry, signal })
    else {
      await deps.stream.setAside(entry, 'is no signal')
      poisoned += 1
    }
  }
  const kept = await keepOrSetAside(deps, readable)
  await deps.stream.finish(entries.map(({ id }) => id))
  return { ...kept, poisoned: kept.poisoned + poisoned }
}

async function keepOrSetAside(deps: TakeBatchDeps, batch: readonly Read[]): Promise<BatchOutcome> {
  try {
    return await keep(deps, batch)
  } catch (fault) {
    // With an engine away nothing is wrong with the entries: they stay pending and come again.
    if (!(await deps.isReachable())) throw fault
    const [only] = batch
    if (batch.length === 1 && only) {
      await deps.stream.setAside(only.entry, fault instanceof Error ? fault.message : String(fault))
      return { ...NOTHING, poisoned: 1 }
    }
    const half = Math.ceil(batch.length / 2)
    const [a, b] = [await keepOrSetAside(deps, batch.slice(0, half)), await keepOrSetAside(deps, batch.slice(half))]
    return sum(a, b)
  }
}

async function keep({ profiles, log }: TakeBatchDeps, batch: readonly Read[]): Promise<BatchOutcome> {
  const signals = await profiles.standing(batch.map(({ signal }) => signal))
  // The log first: what a profile holds can always be made again from it.
  const logged = await log.append(signals)
  const { applied, repeated } = await profiles.apply(signals)
  return { logged, applied, repeated, erased: batch.length - signals.length, poisoned: 0 }
}

function signalOf(text: string): RecordedSignal | undefined {
  try {
    return recordedSignalSchema.safeParse(JSON.parse(text)).data
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined // no JSON at all
    throw fault
  }
}

const sum = (a: BatchOutcome, b: BatchOutcome): BatchOutcome => ({
  logged: a.logged + b.logged,
  applied: a.applied + b.applied,
  repeated: a.repeated + b.repeated,
  erased: a.erased + b.erased,
  poisoned: a.poisoned + b.poisoned,
})
