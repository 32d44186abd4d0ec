/** What a durable job may do besides its use cases. A job that knows only this is tested without a scheduler. */
export type JobIo = {
  /**
   * Runs once per job and remembers the answer, which has to be plain JSON; after a crash the step may run again, so it
   * is idempotent.
   */
  run<T>(id: string, step: () => Promise<T>): Promise<T>
  sleepUntil(id: string, at: Date): Promise<void>
  sleep(id: string, ms: number): Promise<void>
}
