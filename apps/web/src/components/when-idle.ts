const AT_LATEST_MS = 5_000

/** Runs something once the page has loaded and the browser has nothing better to do. The answer calls it off. */
export const whenIdle = (work: () => void): (() => void) => {
  let isOff = false
  const run = () => isOff || work()
  const later = () => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: AT_LATEST_MS })
    else setTimeout(run, 1_000)
  }
  if (document.readyState === 'complete') later()
  else window.addEventListener('load', later, { once: true })
  return () => {
    isOff = true
    window.removeEventListener('load', later)
  }
}
