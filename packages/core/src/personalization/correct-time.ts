/** How long an offline browser may keep what it saw. */
export const MAX_EVENT_AGE_MS = 7 * 86_400_000

/**
 * Server time of an event from a clock that cannot be trusted: the difference between sending and receiving is the
 * clock's skew (plus the way here), so a clock a year off tells the right moment all the same. Never in the future;
 * undefined when the event is older than a week.
 */
export function correctTime(times: { atMs: number; sentAtMs: number; receivedAtMs: number }): number | undefined {
  const { atMs, sentAtMs, receivedAtMs } = times
  const ageMs = Math.max(0, sentAtMs - atMs)
  return ageMs > MAX_EVENT_AGE_MS ? undefined : receivedAtMs - ageMs
}
