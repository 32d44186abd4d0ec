/** A clock this little apart is the network's delay, not a wrong clock. */
const TOLERATED_SKEW_MS = 2_000

/** How far the source's clock runs ahead of ours, in milliseconds; 0 while the difference is no more than a delay. */
export const skewOf = (sentAt: Date, receivedAt: Date): number => {
  const skewMs = sentAt.getTime() - receivedAt.getTime()
  return Math.abs(skewMs) <= TOLERATED_SKEW_MS ? 0 : skewMs
}

/** A moment of the source's clock on ours. What a source saw cannot lie after the moment it told us. */
export const onOurClock = (observedAt: Date, skewMs: number, receivedAt: Date): Date =>
  new Date(Math.min(receivedAt.getTime(), observedAt.getTime() - skewMs))
