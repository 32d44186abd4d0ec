const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** What is older belongs into a count: nobody knows any more what else has happened to the shelf. */
export const HAPPENED_DAYS_MAX = 30
/** The clock of a scanner may go that much ahead of the shop's. */
export const HAPPENED_AHEAD_MS = 5 * MINUTE_MS

/** Why something that a person writes down now cannot have happened then, for the field it is written in. */
export const happenedAtProblem = (happenedAt: Date, now: Date): string | undefined => {
  const agoMs = now.getTime() - happenedAt.getTime()
  if (agoMs < -HAPPENED_AHEAD_MS) return 'This lies ahead: write down what has happened.'
  if (agoMs > HAPPENED_DAYS_MAX * DAY_MS) return `At most ${HAPPENED_DAYS_MAX} days ago: count what is older.`
  return undefined
}
