/** What decides how many units of a record are kept from selling. */
export type SafetyFacts = {
  /** What staff set for this record alone. */
  readonly override?: number
  /** What its place keeps of every SKU. */
  readonly placeUnits: number
  /** Minutes a supplier's report is believed at this place; without them stock there needs no report. */
  readonly staleAfterMinutes?: number
  /** Age of the last report; without one nothing was ever reported. */
  readonly reportedMinutesAgo?: number
  /** Units. */
  readonly onHand: number
}

/** Whether a supplier has been silent for longer than the place allows: what lies there is then anybody's guess. */
export const isReportStale = ({ staleAfterMinutes, reportedMinutesAgo }: SafetyFacts): boolean =>
  staleAfterMinutes !== undefined && (reportedMinutesAgo === undefined || reportedMinutesAgo > staleAfterMinutes)

/**
 * Units kept from selling (the record's safety stock): the record's own number, else its place's; all that is there while
 * the supplier's report is too old to promise from. It limits selling, never the books (rule 1 of the domain).
 */
export const keptBack = (facts: SafetyFacts): number => {
  const kept = facts.override ?? facts.placeUnits
  return isReportStale(facts) ? Math.max(kept, facts.onHand) : kept
}
