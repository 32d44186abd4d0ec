/**
 * The working day a parcel leaves, `lead` working days after the UTC day of `from`, as SQL: the closed form of core's
 * `shipDate`, so that a list can be ordered by it. A start on a weekend counts as the Friday before.
 */
export const leavesBySql = (from: string, lead: string): string => {
  const day = `((${from}) AT TIME ZONE 'UTC')::date`
  const weekday = `extract(isodow FROM (${from}) AT TIME ZONE 'UTC')::int`
  return `CASE WHEN ${lead} = 0 AND ${weekday} > 5 THEN ${day} + 8 - ${weekday}
    ELSE ${day} - greatest(0, ${weekday} - 5) + ${lead} + 2 * ((least(${weekday}, 5) - 1 + ${lead}) / 5) END`
}
