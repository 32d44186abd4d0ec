import type { BodyAnswer } from '../fit/size-advice'
import { decayFactor, INTENT_HALF_LIFE_MS, TASTE_HALF_LIFE_MS } from './decay'
import type { Profile, RecentItem } from './profile'
import { dislikedIds, savedIds, tasteTerms } from './read-taste'
import type { InterestKind, RecentInterest, ShopperView, SoughtWords, WishedPiece } from './shopper-view'
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

/** A bag that has not been touched for so long is hardly a bag any more. */
const IN_BAG_FOR_MS = 7 * 86_400_000

const WEIGHTS: Readonly<Record<InterestKind | 'opened', number>> = {
  viewed: 1,
  opened: 0.6,
  bought: 1.2,
  'in-bag': 1.6,
  saved: 1.8,
}
/** Of several things that are true of a piece the one that a reason names. */
const TELLING: readonly InterestKind[] = ['in-bag', 'bought', 'saved', 'viewed']

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
    wished: wishedIn(profile),
    sought: soughtIn(profile, nowMs),
    ...(wearing === undefined ? {} : { wearing }),
  }
}

/**
 * Each product once, as strong as the strongest thing done with it and named by what is true of it now: what was taken
 * out of the bag, or bought, is in it no more. Strongest first.
 */
function interestsOf(profile: Profile, nowMs: number): readonly RecentInterest[] {
  const disliked = dislikedIds(profile)
  const leftBagAt = leftBagTimes(profile.recent)
  const found = new Map<number, RecentInterest & { readonly atMs: number }>()
  const keep = (productId: number, kind: InterestKind, base: number, atMs: number): void => {
    if (disliked.has(productId)) return
    const recency = Math.max(INTEREST_FLOOR, 2 ** (-Math.max(0, nowMs - atMs) / INTEREST_HALF_LIFE_MS))
    const weight = base * recency
    const known = found.get(productId)
    if (known === undefined) found.set(productId, { productId, kind, weight, atMs })
    else {
      const named = TELLING.indexOf(kind) < TELLING.indexOf(known.kind) ? kind : known.kind
      const strongest = weight > known.weight ? { weight, atMs } : known
      found.set(productId, { ...known, ...strongest, kind: named })
    }
  }
  for (const item of profile.recent) {
    const { productId, atMs } = item
    if (item.kind === 'remove') continue
    const kind = interestIn(item, leftBagAt, nowMs)
    keep(productId, kind, WEIGHTS[item.kind === 'click' ? 'opened' : kind], atMs)
  }
  const savedAt = new Map(profile.saved.map(({ productId, atMs }) => [productId, atMs]))
  for (const productId of savedIds(profile)) keep(productId, 'saved', WEIGHTS.saved, savedAt.get(productId) ?? nowMs)
  return [...found.values()].sort((a, b) => b.weight - a.weight || b.atMs - a.atMs)
}

/** A search that is hardly part of this visit any more says nothing. */
const SOUGHT_MIN = 0.1

const soughtIn = ({ searches }: Profile, nowMs: number): readonly SoughtWords[] =>
  searches
    .map(({ query, atMs }) => ({ text: query, weight: decayFactor(nowMs - atMs, INTENT_HALF_LIFE_MS) }))
    .filter(({ weight }) => weight >= SOUGHT_MIN)

/** What was waited for names its SKU; what was saved too is a wish once. */
function wishedIn({ saved, awaited = [], judged }: Profile): readonly WishedPiece[] {
  const away = new Set(judged.filter(({ says }) => says === 'dislike').map(({ productId }) => productId))
  const waited = new Set(awaited.map(({ productId }) => productId))
  const kept = saved.filter(({ productId, isSaved }) => isSaved && !waited.has(productId))
  return [...awaited, ...kept.map(({ productId, atMs }) => ({ productId, atMs }))]
    .filter(({ productId }) => !away.has(productId))
    .sort((a, b) => b.atMs - a.atMs)
}

/** When a piece last left the bag, bought or not. */
function leftBagTimes(recent: readonly RecentItem[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>()
  for (const { productId, kind, atMs } of recent) {
    if (kind === 'remove' || kind === 'purchase') times.set(productId, Math.max(atMs, times.get(productId) ?? 0))
  }
  return times
}

function interestIn(
  { productId, kind, atMs }: RecentItem,
  leftBagAt: ReadonlyMap<number, number>,
  nowMs: number,
): InterestKind {
  if (kind === 'purchase') return 'bought'
  if (kind !== 'add') return 'viewed'
  const isInBag = atMs > (leftBagAt.get(productId) ?? 0) && nowMs - atMs < IN_BAG_FOR_MS
  return isInBag ? 'in-bag' : 'viewed'
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
