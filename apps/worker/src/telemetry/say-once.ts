export type SayOnce = {
  /** Whether this fault is worth a line: the first of a row, then one a minute. */
  failed(work: string): boolean
  /** Whether the work had failed before: it is worth a line that it is well again. */
  recovered(work: string): boolean
}

const REMIND_MS = 60_000

/** Something that is down is said when it goes down, each minute, and when it is back; not at every attempt. */
export const createSayOnce = (now: () => number): SayOnce => {
  const saidAt = new Map<string, number>()
  return {
    failed: (work) => {
      const last = saidAt.get(work)
      if (last !== undefined && now() - last < REMIND_MS) return false
      saidAt.set(work, now())
      return true
    },
    recovered: (work) => saidAt.delete(work),
  }
}
