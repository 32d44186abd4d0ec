import type { CheckoutService, RunningCheckout } from '@selvedge/core'
import type { JobIo } from './job-io'

export type FinishCheckoutsDeps = {
  readonly checkout: Pick<CheckoutService, 'findRunning' | 'resume'>
  /** Told of each order that did not end in line. */
  readonly onTakenOver: (checkout: RunningCheckout, how: Awaited<ReturnType<CheckoutService['resume']>>) => void
}

const BUCKET_MS = 1_000
/** The message of a checkout and its order are written at the same moment, by two looks at the clock. */
const SLACK_MS = 500
/** A checkout in line is over by then, or its process is gone and its lease has run out. */
const GRACE_MS = 15_000
/** How long until a bank that has not answered, or another runner, is looked at again. */
const AGAIN_MS = 5_000
/** A quarter of an hour of tries outlives the payment window of five minutes; after that the sweeper goes on. */
const MAX_TRIES = 200

/**
 * One run per second in which checkouts began, not one per checkout: hardly any needs it, and a run of its own for each
 * cost more than the checkout's own writes. Takes over those that did not end in line and sees them through to their
 * end, by the same steps. Every `resume` is idempotent; the sweeper finds what even this leaves.
 */
export const finishCheckouts =
  (deps: FinishCheckoutsDeps) =>
  async (io: JobIo, { bucketEndsAtMs }: { bucketEndsAtMs: number }): Promise<{ readonly tries: number }> => {
    await io.sleepUntil('grace', new Date(bucketEndsAtMs + GRACE_MS))
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      const open = await io.run(`look-${tries}`, () => resumeAll(deps, bucketEndsAtMs))
      if (open === 0) return { tries }
      await io.sleep(`again-${tries}`, AGAIN_MS)
    }
    return { tries: MAX_TRIES }
  }

/** Answers how many are still open. A fault of one is thrown after the others had their turn. */
const resumeAll = async ({ checkout, onTakenOver }: FinishCheckoutsDeps, bucketEndsAtMs: number): Promise<number> => {
  const faults: unknown[] = []
  let open = 0
  const running = await checkout.findRunning(bucketEndsAtMs - BUCKET_MS - SLACK_MS, bucketEndsAtMs + SLACK_MS)
  for (const one of running) {
    try {
      const how = await checkout.resume(one.orderId)
      onTakenOver(one, how)
      if (how !== 'terminal') open += 1
    } catch (fault) {
      faults.push(new Error(`checkout ${one.orderId} of request ${one.correlationId}`, { cause: fault }))
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} checkouts could not be resumed`)
  return open
}
