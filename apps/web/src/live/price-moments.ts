import type { PriceMark, PriceMarkStore } from '@selvedge/infra'

export type PriceMomentsDeps = {
  readonly store: PriceMarkStore
  readonly nowMs: () => number
  /** Told once since when prices stand as this server read them first. */
  readonly onKnown: (movedAtMs: number) => void
  readonly onFault: (fault: unknown) => void
}

/**
 * Since when prices stand as they do, across a server that was away: what it reads first is compared with what was read
 * last. Others than those are taken for moved just now, and so is what nothing is known of: a page too many asks then, and
 * none goes on with a price of before.
 */
export const createPriceMoments = ({ store, nowMs, onKnown, onFault }: PriceMomentsDeps) => {
  let known: string | undefined
  let mark: PriceMark | undefined
  let kept: PriceMark | undefined
  const readMark = (): Promise<PriceMark | undefined> =>
    store.read().catch((fault: unknown) => {
      onFault(fault)
      return undefined
    })
  /** Writes the mark, until it is written: the next server would take these prices for others than they were. */
  const keep = async (): Promise<void> => {
    const now = mark
    if (now === undefined || now === kept) return
    try {
      await store.keep(now)
      kept = now
    } catch (fault) {
      onFault(fault)
    }
  }
  /** Takes in which prices a reading of the catalogue found. */
  return async (fingerprint: string): Promise<void> => {
    if (fingerprint === known) return keep()
    const isFirst = known === undefined
    known = fingerprint
    const before = isFirst ? await readMark() : undefined
    const isSame = before?.fingerprint === fingerprint
    const movedAtMs = isSame ? before.movedAtMs : nowMs()
    if (isFirst) onKnown(movedAtMs)
    if (fingerprint !== known) return // overtaken by a later reading, whose mark it is
    mark = { fingerprint, movedAtMs }
    if (isSame) kept = mark
    await keep()
  }
}
