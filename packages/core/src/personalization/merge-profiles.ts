import { decayTo } from './decay'
import { DIMENSIONS } from './dimensions'
import { mergeNewest } from './newest-first'
import { type Affinities, emptyAffinities, type Profile, type ShownItem, type SizeEvidence } from './profile'
import { PROFILE_LIMITS } from './profile-limits'

/** A guest's profile as part of the user's: the same as if all signals had been the user's from the beginning. */
export function mergeProfiles(guest: Profile, user: Profile): Profile {
  const asOfMs = Math.max(guest.asOfMs, user.asOfMs)
  const [a, b] = [decayTo(guest, asOfMs), decayTo(user, asOfMs)]
  return {
    person: user.person,
    asOfMs,
    signals: a.signals + b.signals,
    taste: addAffinities(a.taste, b.taste),
    intent: addAffinities(a.intent, b.intent),
    departments: addRecords(a.departments, b.departments),
    sizes: addSizes(a.sizes, b.sizes),
    recent: mergeNewest(a.recent, b.recent, (item) => `${item.kind}${item.productId}`, PROFILE_LIMITS.recent),
    judged: mergeNewest(a.judged, b.judged, (item) => item.productId, PROFILE_LIMITS.judged),
    saved: mergeNewest(a.saved, b.saved, (item) => item.productId, PROFILE_LIMITS.saved),
    ...awaitedOf(a, b),
    shown: addShown(a.shown, b.shown),
    searches: mergeNewest(a.searches, b.searches, (search) => search.query, PROFILE_LIMITS.searches),
    polls: [...new Set([...b.polls, ...a.polls])].slice(-PROFILE_LIMITS.polls),
  }
}

function awaitedOf(a: Profile, b: Profile): Pick<Profile, 'awaited'> {
  if (a.awaited === undefined && b.awaited === undefined) return {}
  const keyOf = ({ productId, sku = '' }: { productId: number; sku?: string | undefined }) => `${productId}/${sku}`
  return { awaited: mergeNewest(a.awaited ?? [], b.awaited ?? [], keyOf, PROFILE_LIMITS.awaited) }
}

function addAffinities(a: Affinities, b: Affinities): Affinities {
  const sum = emptyAffinities()
  for (const dimension of DIMENSIONS) sum[dimension] = addRecords(a[dimension], b[dimension])
  return sum
}

function addRecords(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const sum = { ...a }
  for (const [value, weight] of Object.entries(b)) sum[value] = (sum[value] ?? 0) + weight
  const strongest = Object.entries(sum).sort(([, x], [, y]) => Math.abs(y) - Math.abs(x))
  return Object.fromEntries(strongest.slice(0, PROFILE_LIMITS.valuesPerDimension))
}

function addSizes(a: readonly SizeEvidence[], b: readonly SizeEvidence[]): SizeEvidence[] {
  const byKey = new Map<string, SizeEvidence>()
  for (const one of [...a, ...b]) {
    const key = `${one.department}/${one.category}/${one.brand}/${one.size}`
    const other = byKey.get(key)
    byKey.set(key, {
      ...one,
      chosen: one.chosen + (other?.chosen ?? 0),
      kept: one.kept + (other?.kept ?? 0),
      tooSmall: one.tooSmall + (other?.tooSmall ?? 0),
      tooLarge: one.tooLarge + (other?.tooLarge ?? 0),
      lastAtMs: Math.max(one.lastAtMs, other?.lastAtMs ?? 0),
    })
  }
  return [...byKey.values()].sort((x, y) => y.lastAtMs - x.lastAtMs).slice(0, PROFILE_LIMITS.sizes)
}

function addShown(a: readonly ShownItem[], b: readonly ShownItem[]): ShownItem[] {
  const byProduct = new Map<number, ShownItem>()
  for (const item of [...a, ...b]) {
    const other = byProduct.get(item.productId)
    const lastAtMs = Math.max(item.lastAtMs, other?.lastAtMs ?? 0)
    byProduct.set(item.productId, { ...item, times: item.times + (other?.times ?? 0), lastAtMs })
  }
  return [...byProduct.values()].sort((x, y) => y.lastAtMs - x.lastAtMs).slice(0, PROFILE_LIMITS.shown)
}
