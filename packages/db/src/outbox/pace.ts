/** Waits between looks at the outbox: short while there is work, longer after a quiet while. */
export type Pace = {
  /** Resolves after the pause that fits, or at once when woken or stopped. */
  pause(didWork: boolean): Promise<void>
  /** After a fault: doubles up to 2 s. */
  pauseAfterFault(): Promise<void>
  wake(): void
}

const BUSY_MS = 50
const IDLE_MS = 250
const QUIET_AFTER_MS = 3_000

/** `busyMs`: the pause while there is work, in milliseconds. */
export const createPace = (busyMs: number = BUSY_MS): Pace => {
  let lastWorkAt = Date.now()
  let faults = 0
  let isWoken = false
  let end: (() => void) | undefined

  const wait = (ms: number): Promise<void> => {
    if (isWoken) {
      isWoken = false
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => end?.(), ms)
      end = () => {
        clearTimeout(timer)
        end = undefined
        resolve()
      }
    })
  }
  return {
    pause: (didWork) => {
      faults = 0
      if (didWork) lastWorkAt = Date.now()
      return wait(Date.now() - lastWorkAt > QUIET_AFTER_MS ? Math.max(IDLE_MS, busyMs) : busyMs)
    },
    pauseAfterFault: () => {
      isWoken = false
      return wait(Math.min(2_000, 100 * 2 ** faults++))
    },
    wake: () => {
      if (end === undefined) isWoken = true
      else end()
    },
  }
}
