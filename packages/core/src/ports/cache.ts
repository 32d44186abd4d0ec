/** A cache shared by all processes. Losing it costs time, never truth; a fault of it is thrown for a breaker to count. */
export type Cache = {
  get(key: string): Promise<string | undefined>
  /** Values in the order of the keys. */
  getMany(keys: readonly string[]): Promise<readonly (string | undefined)[]>
  /** `ttlMs` is at least 1. */
  set(key: string, value: string, ttlMs: number): Promise<void>
  /** Sets only what is not there; answers whether it did. */
  setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean>
  delete(keys: readonly string[]): Promise<void>
}
