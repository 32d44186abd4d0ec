/** Calls back after so many milliseconds, and not before somebody looks at the page. */
export const whenLookedAt = (ms: number, call: () => void): void => {
  const look = (): void => {
    if (document.visibilityState !== 'visible') return
    document.removeEventListener('visibilitychange', look)
    call()
  }
  setTimeout(() => {
    document.addEventListener('visibilitychange', look)
    look()
  }, ms)
}
