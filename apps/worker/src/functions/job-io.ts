/** What a durable job may do besides its use cases. A job that knows only this is tested without a scheduler. */
export type JobIo = {
  /** Runs once per job and remembers the answer; after a crash the step may run again, so it is idempotent. */
  run<T extends number | string | boolean>(id: string, step: () => Promise<T>): Promise<T>
  sleepUntil(id: string, at: Date): Promise<void>
  sleep(id: string, ms: number): Promise<void>
}
