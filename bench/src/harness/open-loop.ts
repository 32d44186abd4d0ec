import { setTimeout as pause } from 'node:timers/promises'

export type Arrival = {
  /** Milliseconds from the moment it was due until its answer. */
  readonly latencyMs: number
}

/**
 * Sends `perS` requests a second for `seconds`, each at its scheduled moment whether or not earlier ones are answered.
 * Latency counts from the schedule, so that a stall is felt by everybody who would have come in it. Requests of the
 * first `warmS` seconds are sent and not counted.
 */
export async function openLoop(
  { perS, seconds, warmS }: { readonly perS: number; readonly seconds: number; readonly warmS: number },
  call: (n: number) => Promise<unknown>,
): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = []
  const under: Promise<void>[] = []
  const total = Math.round(perS * (seconds + warmS))
  const startedAt = performance.now()
  const send = async (n: number, dueAt: number): Promise<void> => {
    await call(n)
    if (n >= perS * warmS) arrivals.push({ latencyMs: performance.now() - dueAt })
  }
  for (let n = 0; n < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1_000) * perS) + 1)
    for (; n < due; n += 1) under.push(send(n, startedAt + (n / perS) * 1_000))
    await pause(1)
  }
  await Promise.all(under)
  return arrivals
}
