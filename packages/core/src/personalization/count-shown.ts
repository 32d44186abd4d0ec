import type { Profile, ShownItem } from './profile'
import { PROFILE_LIMITS } from './profile-limits'
import type { Signal } from './signals'

/** Times each piece was shown and not opened since: what tires of being seen. Opening a piece begins the count anew. */
export function countShown(profile: Profile, signal: Signal, atMs: number): ShownItem[] {
  const { shown } = profile
  if (signal.kind === 'click' || signal.kind === 'view') {
    return shown.filter((item) => item.productId !== signal.productId || item.lastAtMs > atMs)
  }
  if (signal.kind !== 'impression') return [...shown]
  const { productId } = signal
  const opened = profile.recent.some((item) => item.productId === productId && item.atMs >= atMs)
  if (opened) return [...shown]
  const before = shown.find((item) => item.productId === productId)
  const rest = shown.filter((item) => item !== before)
  const counted = { productId, times: (before?.times ?? 0) + 1, lastAtMs: Math.max(atMs, before?.lastAtMs ?? 0) }
  return [counted, ...rest].sort((a, b) => b.lastAtMs - a.lastAtMs).slice(0, PROFILE_LIMITS.shown)
}
