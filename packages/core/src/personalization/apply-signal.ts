import { countShown } from './count-shown'
import { decayFactor, decayTo, INTENT_HALF_LIFE_MS, SIZE_HALF_LIFE_MS, TASTE_HALF_LIFE_MS } from './decay'
import { FACET_WEIGHT, tasteWeight } from './evidence'
import { leansOf } from './leans'
import { putNewest } from './newest-first'
import type { Affinities, Judgement, Profile, RecentItem } from './profile'
import { PROFILE_LIMITS } from './profile-limits'
import type { RecordedSignal } from './recorded-signal'
import type { SignalFacts } from './signal-facts'
import type { Lean, Signal } from './signals'
import { learnSize } from './size-evidence'

/**
 * The profile after one more signal. Evidence is an exponentially decayed sum: at any moment t a value's weight is
 * the sum of w * 2^(-(t - occurred) / halfLife) over its signals, so the order in which signals arrive does not matter.
 * `facts` are those of the signal's piece; without them (the piece is gone) only what needs none is learnt.
 */
export function applySignal(before: Profile, recorded: RecordedSignal, facts: SignalFacts | undefined): Profile {
  const { signal, occurredAtMs } = recorded
  const profile = decayTo(before, occurredAtMs)
  const takenBack = signal.kind === 'unjudge' ? signal.takesBack : undefined
  // What is taken back has decayed since it was said, and goes by as much as is left of it.
  const lateMs = profile.asOfMs - Math.min(occurredAtMs, takenBack?.atMs ?? occurredAtMs)
  const late = {
    taste: decayFactor(lateMs, TASTE_HALF_LIFE_MS),
    intent: decayFactor(lateMs, INTENT_HALF_LIFE_MS),
    size: decayFactor(lateMs, SIZE_HALF_LIFE_MS),
  }
  const weight = tasteWeight(signal)
  const leans = leansOf(signal, facts, weight, FACET_WEIGHT)
  // Nothing speaks against a department; only a like that is taken back takes its own away.
  const departmentWeight = takenBack ? Math.min(0, weight) : Math.max(0, weight)
  const department = facts?.department
  return {
    ...profile,
    signals: profile.signals + 1,
    taste: addLeans(profile.taste, leans, late.taste),
    intent: addLeans(profile.intent, leans, late.intent),
    departments: department
      ? addWeight(profile.departments, department, departmentWeight * late.taste)
      : profile.departments,
    sizes: learnSize(profile.sizes, signal, facts, late.size, occurredAtMs),
    shown: countShown(profile, signal, occurredAtMs),
    ...remember(profile, signal, occurredAtMs),
  }
}

function addLeans(affinities: Affinities, leans: readonly Lean[], factor: number): Affinities {
  if (leans.length === 0) return affinities
  const after = { ...affinities }
  for (const { dimension, value, weight } of leans) {
    after[dimension] = addWeight(after[dimension], value, weight * factor)
  }
  return after
}

function addWeight(record: Readonly<Record<string, number>>, value: string, weight: number): Record<string, number> {
  if (weight === 0) return { ...record }
  const after = { ...record, [value]: (record[value] ?? 0) + weight }
  const values = Object.entries(after)
  if (values.length <= PROFILE_LIMITS.valuesPerDimension) return after
  // The weakest evidence makes room.
  values.sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
  return Object.fromEntries(values.slice(0, PROFILE_LIMITS.valuesPerDimension))
}

type Memories = Partial<Pick<Profile, 'recent' | 'judged' | 'saved' | 'awaited' | 'searches' | 'polls'>>

function remember(profile: Profile, signal: Signal, atMs: number): Memories {
  switch (signal.kind) {
    case 'view':
    case 'click':
    case 'add':
    case 'remove':
    case 'purchase': {
      const { kind, productId } = signal
      const isSame = (item: RecentItem) => item.productId === productId && item.kind === kind
      return { recent: putNewest(profile.recent, { productId, kind, atMs }, isSame, PROFILE_LIMITS.recent) }
    }
    case 'like':
    case 'dislike':
    case 'unjudge':
      return judge(profile, signal.productId, signal.kind === 'unjudge' ? 'none' : signal.kind, atMs)
    case 'quiz':
      return judge(profile, signal.productId, signal.answer === 'yes' ? 'like' : 'none', atMs)
    case 'save':
    case 'unsave': {
      const entry = { productId: signal.productId, isSaved: signal.kind === 'save', atMs }
      const isSame = (item: { productId: number }) => item.productId === entry.productId
      return { saved: putNewest(profile.saved, entry, isSame, PROFILE_LIMITS.saved) }
    }
    case 'notify': {
      const { productId, sku } = signal
      const isSame = (item: { productId: number; sku?: string | undefined }) =>
        item.productId === productId && item.sku === sku
      const entry = { productId, ...(sku === undefined ? {} : { sku }), atMs }
      return { awaited: putNewest(profile.awaited ?? [], entry, isSame, PROFILE_LIMITS.awaited) }
    }
    case 'search': {
      const query = signal.query.trim().toLowerCase()
      const isSame = (search: { query: string }) => search.query === query
      return { searches: putNewest(profile.searches, { query, atMs }, isSame, PROFILE_LIMITS.searches) }
    }
    case 'poll':
      return { polls: [...new Set([...profile.polls, signal.pollId])].slice(-PROFILE_LIMITS.polls) }
    default:
      return {}
  }
}

function judge(profile: Profile, productId: number, says: Judgement['says'], atMs: number): Memories {
  const isSame = (other: Judgement) => other.productId === productId
  return { judged: putNewest(profile.judged, { productId, says, atMs }, isSame, PROFILE_LIMITS.judged) }
}
