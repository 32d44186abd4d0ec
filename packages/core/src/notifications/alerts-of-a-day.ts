/** So many messages about alerts are written to one address in 24 hours; the account says so. */
export const ALERTS_A_DAY = 3

/**
 * Of the alerts that have come about those that are told now: to each address what its owner likes best, as many as the
 * day has room for. The others stay open, and are told on a later day if they are still true then.
 */
export function alertsOfTheDay<T extends { readonly email: string }>(
  due: readonly T[],
  { toldOf, likingOf }: { readonly toldOf: (email: string) => number; readonly likingOf: (alert: T) => number },
): readonly T[] {
  const byAddress = new Map<string, T[]>()
  for (const alert of due) {
    const address = alert.email.toLowerCase()
    byAddress.set(address, [...(byAddress.get(address) ?? []), alert])
  }
  return [...byAddress].flatMap(([address, alerts]) => {
    const room = Math.max(0, ALERTS_A_DAY - toldOf(address))
    // Of pieces liked alike the one that was asked for first.
    return alerts.length <= room ? alerts : [...alerts].sort((a, b) => likingOf(b) - likingOf(a)).slice(0, room)
  })
}
