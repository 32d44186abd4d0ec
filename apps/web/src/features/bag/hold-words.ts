const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const SECOND_MS = 1_000
const MINUTE_MS = 60_000
/** From so many milliseconds on, half a minute does not matter. */
const LONG_MS = 3 * MINUTE_MS

/** How long a hold lasts, as one says it and never longer than it does: `ten minutes`. */
export const holdWords = (ms: number): string =>
  ms % MINUTE_MS === 0 || ms >= LONG_MS ? counted(ms / MINUTE_MS, 'minute') : counted(ms / SECOND_MS, 'second')

const counted = (exact: number, unit: string): string => {
  const count = Math.floor(exact)
  return `${NUMBERS[count - 1] ?? count} ${unit}${count === 1 ? '' : 's'}`
}
