const FIRST_MS = 1_000
const LONGEST_MS = 3_600_000

/**
 * Wait before the next try after `attempts` failures: doubling from a second to an hour, with full jitter over its upper
 * half, so that endpoints that failed together do not come back together. `chance` is in [0, 1).
 */
export const retryDelayMs = (attempts: number, chance: number): number => {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1))
  return Math.round(whole / 2 + (whole / 2) * chance)
}

/** An endpoint is given up when it has failed this often in a row and for this long. */
export const GIVE_UP_ATTEMPTS = 12
export const GIVE_UP_AFTER_MS = 86_400_000

export const isGivenUp = (failures: number, failingForMs: number): boolean =>
  failures >= GIVE_UP_ATTEMPTS && failingForMs >= GIVE_UP_AFTER_MS
