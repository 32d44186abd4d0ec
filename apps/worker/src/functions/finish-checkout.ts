/** What a durable function gives a job; the runtime is somebody else's business. */
export type FinishCheckoutIo = {
  sleep(id: string, ms: number): Promise<unknown>
  run<T>(id: string, work: () => Promise<T>): Promise<T>
}

export type FinishCheckoutDeps = {
  /** The checkout service's `resume`. */
  readonly resume: (orderId: string) => Promise<'terminal' | 'waiting' | 'busy'>
}

/** A checkout in line is over by then, or its process is gone and its lease has run out. */
const GRACE_MS = 15_000
/** How long until a bank that has not answered, or another runner, is looked at again. */
const AGAIN_MS = 5_000
/** A quarter of an hour of tries outlives the payment window of five minutes; after that the sweeper goes on. */
const MAX_TRIES = 200

/**
 * Armed by CheckoutStarted. Takes over a checkout that did not end in line and sees it through to its end, by the same
 * steps. Every `resume` is idempotent; the sweeper finds what even this leaves.
 */
export const finishCheckout =
  ({ resume }: FinishCheckoutDeps) =>
  async (io: FinishCheckoutIo, { orderId }: { orderId: string }): Promise<{ readonly tries: number }> => {
    await io.sleep('grace', GRACE_MS)
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      const how = await io.run(`resume-${tries}`, () => resume(orderId))
      if (how === 'terminal') return { tries }
      await io.sleep(`again-${tries}`, AGAIN_MS)
    }
    return { tries: MAX_TRIES }
  }
