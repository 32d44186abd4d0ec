const AT_LATEST_MS = 5_000
const SOON_MS = 500

/** Runs something once the page has loaded and the browser has nothing better to do. The answer calls it off. */
export const whenIdle = (work: () => void): (() => void) => {
  let callOff = (): void => undefined
  const later = () => {
    callOff = inPause(work, { atLatestMs: AT_LATEST_MS, guessMs: 1_000 })
  }
  if (document.readyState === 'complete') later()
  else window.addEventListener('load', later, { once: true })
  return () => {
    callOff()
    window.removeEventListener('load', later)
  }
}

/**
 * Runs something in the first pause, within half a second, whether or not all pictures are there: what a page needs to be
 * live, but not to be seen. The answer calls it off.
 */
export const soon = (work: () => void): (() => void) => inPause(work, { atLatestMs: SOON_MS, guessMs: 50 })

/** Safari has no idle callback: there the pause is guessed. */
const inPause = (work: () => void, { atLatestMs, guessMs }: { atLatestMs: number; guessMs: number }): (() => void) => {
  let isOff = false
  const run = () => isOff || work()
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: atLatestMs })
  else setTimeout(run, guessMs)
  return () => {
    isOff = true
  }
}
