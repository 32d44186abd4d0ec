const DAY_MS = 86_400_000

/**
 * Entries of the whole shop behind a close at most, but for those of one day: a question reads all of them to find those
 * of its place. 100,000 are read in some 30 ms.
 */
const MOST_BEHIND = 100_000

/** A day as its number since 1970-01-01, by UTC. */
export const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY_MS)

/** The last millisecond of a day. */
export const endOfDay = (day: number): Date => new Date((day + 1) * DAY_MS - 1)

/** A place, how many records lie there, and the day its state was last kept at the end of. */
export type ClosedPlace = {
  readonly locationId: number
  readonly records: number
  readonly closedDay: number | undefined
}

/** How many entries were recorded for a place on a day. */
export type DayOfPlace = { readonly locationId: number; readonly day: number; readonly entries: number }

export type CloseDue = { readonly locationId: number; readonly day: number }

/**
 * At the end of which days a place's whole state is kept: the first with any entry, then whenever as much was recorded
 * there since the last one as keeping it takes (an entry a record), or the shop as a whole recorded more than a question
 * should read. So what is kept stays a fraction of the ledger, and what comes after it is few. In order of days.
 */
export const closesDue = (places: readonly ClosedPlace[], counts: readonly DayOfPlace[]): CloseDue[] => {
  const shop = new Map<number, number>()
  for (const { day, entries } of counts) shop.set(day, (shop.get(day) ?? 0) + entries)
  const days = [...shop.keys()].sort((one, other) => one - other)
  const own = new Map(counts.map(({ locationId, day, entries }) => [`${locationId}/${day}`, entries]))
  return places
    .flatMap(({ locationId, records, closedDay }) => {
      const due: CloseDue[] = []
      let isClosed = closedDay !== undefined
      let [ownSince, shopSince] = [0, 0]
      for (const day of days) {
        if (closedDay !== undefined && day <= closedDay) continue
        ownSince += own.get(`${locationId}/${day}`) ?? 0
        shopSince += shop.get(day) ?? 0
        const isDue = isClosed ? ownSince >= records || shopSince >= MOST_BEHIND : ownSince > 0
        if (!isDue) continue
        due.push({ locationId, day })
        isClosed = true
        ownSince = shopSince = 0
      }
      return due
    })
    .sort((one, other) => one.day - other.day || one.locationId - other.locationId)
}
