/**
 * Runs the work of one key in order of arrival and different keys side by side. Two taps on one bag then see each
 * other's outcome; across processes the store's compare-and-set decides.
 */
export const createOneAtATime = (): (<T>(key: string, work: () => Promise<T>) => Promise<T>) => {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    // The one before may have failed: its caller was told, this one starts all the same.
    const mine = before.then(work, work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
