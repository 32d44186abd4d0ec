import type { BodyAnswer } from '../fit/size-advice'
import { decayFactor, INTENT_HALF_LIFE_MS, TASTE_HALF_LIFE_MS } from './decay'
import type { Profile, RecentItem } from './profile'
import { dislikedIds, savedIds, tasteTerms } from './read-taste'
import type { InterestKind, RecentInterest, ShopperView } from './shopper-view'
import { believeSizes } from './size-evidence'
import { wearingOf } from './wearing-of'

/** Evidence of a half-bought piece: below it a size is a look, not a size worn. */
const SIZE_CONFIDENCE_MIN = 0.3
/** Of several sizes worn those with at least so much of the evidence: somebody between two wears both. */
const SIZE_SHARE_MIN = 0.25
const BOUGHT_FOR_MS = 60 * 86_400_000
const DEPARTMENT_SHARE_MIN = 0.15
const DEPARTMENT_EVIDENCE_MIN = 3
/** Interest halves in so many milliseconds: what was opened in this visit leads. */
const INTEREST_HALF_LIFE_MS = 3 * 3_600_000
const INTEREST_FLOOR = 0.2

const KINDS: Readonly<Record<RecentItem['kind'], { readonly kind: InterestKind; readonly weight: number }>> = {
  view: { kind: 'viewed', weight: 1 },
  click: { kind: 'viewed', weight: 0.6 },
  add: { kind: 'in-bag', weight: 1.6 },
  purchase: { kind: 'bought', weight: 1.2 },
}

/** What the engine reads of a profile and of what was told of the body, as of a moment. */
export function shopperViewOf(profile: Profile, nowMs: number, body?: BodyAnswer): ShopperView {
  const elapsedMs = nowMs - profile.asOfMs
  const wearing = wearingOf(profile, body)
  return {
    affinities: tasteTerms(profile.taste, decayFactor(elapsedMs, TASTE_HALF_LIFE_MS)),
    session: tasteTerms(profile.intent, decayFactor(elapsedMs, INTENT_HALF_LIFE_MS)),
    recent: interestsOf(profile, nowMs),
    sizes: sizesOf(profile),
    disliked: dislikedIds(profile),
    bought: new Set(
      profile.recent
        .filter(({ kind, atMs }) => kind === 'purchase' && nowMs - atMs < BOUGHT_FOR_MS)
        .map(({ productId }) => productId),
    ),
    seen: new Map(profile.shown.map(({ productId, times }) => [productId, times])),
    departments: departmentsOf(profile),
    ...(wearing === undefined ? {} : { wearing }),
  }
}

/** Each product once, by the strongest thing done with it; newest first. */
function interestsOf(profile: Profile, nowMs: number): readonly RecentInterest[] {
  const disliked = dislikedIds(profile)
  const found = new Map<number, RecentInterest & { readonly atMs: number }>()
  const keep = (productId: number, kind: InterestKind, base: number, atMs: number): void => {
    if (disliked.has(productId)) return
    const recency = Math.max(INTEREST_FLOOR, 2 ** (-Math.max(0, nowMs - atMs) / INTEREST_HALF_LIFE_MS))
    const weight = base * recency
    const known = found.get(productId)
    if (known === undefined || known.weight < weight) found.set(productId, { productId, kind, weight, atMs })
  }
  for (const { productId, kind, atMs } of profile.recent) keep(productId, KINDS[kind].kind, KINDS[kind].weight, atMs)
  const savedAt = new Map(profile.saved.map(({ productId, atMs }) => [productId, atMs]))
  for (const productId of savedIds(profile)) keep(productId, 'saved', 1.8, savedAt.get(productId) ?? nowMs)
  return [...found.values()].sort((a, b) => b.weight - a.weight || b.atMs - a.atMs)
}

function sizesOf(profile: Profile): ReadonlyMap<string, readonly string[]> {
  const sizes = new Map<string, readonly string[]>()
  const believed = new Set<string>()
  for (const { category, department } of profile.sizes) {
    const kind = `${category} ${department}`
    if (believed.has(kind)) continue // the same of every brand
    believed.add(kind)
    const worn = believeSizes(profile, { category, department, brand: '' })
      .filter(({ share, confidence }) => share >= SIZE_SHARE_MIN && confidence >= SIZE_CONFIDENCE_MIN)
      .map(({ size }) => size)
    if (worn.length > 0) sizes.set(category, [...new Set([...(sizes.get(category) ?? []), ...worn])])
  }
  return sizes
}

/** Departments that most of the evidence speaks for; none while there is little of it. */
function departmentsOf({ departments }: Profile): readonly string[] {
  const total = Object.values(departments).reduce((sum, weight) => sum + Math.max(0, weight), 0)
  if (total < DEPARTMENT_EVIDENCE_MIN) return []
  return Object.entries(departments)
    .filter(([, weight]) => weight / total >= DEPARTMENT_SHARE_MIN)
    .map(([department]) => department)
}
