/** Which products stand in which rail of a page, so that no rail brings up what another one shows. */
export type StandingRails = {
  /** What stands in a rail now. */
  set(rail: string, productIds: readonly number[]): void
  /** What a rail is about to show as well. */
  add(rail: string, productIds: readonly number[]): void
  /** What stands in the other rails. */
  beside(rail: string): readonly number[]
}

/** Empty at first. Rails of a page ask at the same moment: each says what it takes before the next one looks. */
export const createStandingRails = (): StandingRails => {
  const shown = new Map<string, readonly number[]>()
  return {
    set: (rail, productIds) => void shown.set(rail, productIds),
    add: (rail, productIds) => void shown.set(rail, [...(shown.get(rail) ?? []), ...productIds]),
    beside: (rail) => [...shown].flatMap(([name, ids]) => (name === rail ? [] : ids)),
  }
}
