const DAY_MS = 86_400_000

/** The working day (Monday to Friday, UTC) a parcel leaves, `leadDays` working days after `from`. */
export const shipDate = (from: Date, leadDays: number): Date => {
  let day = Math.floor(from.getTime() / DAY_MS)
  const isWorkday = (at: number): boolean => {
    // 1 January 1970 was a Thursday.
    const weekday = (at + 4) % 7
    return weekday !== 0 && weekday !== 6
  }
  for (let left = leadDays; left > 0; ) {
    day += 1
    if (isWorkday(day)) left -= 1
  }
  while (!isWorkday(day)) day += 1
  return new Date(day * DAY_MS)
}
