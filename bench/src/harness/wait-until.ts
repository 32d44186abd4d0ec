export type Patience = {
  readonly withinMs: number
  readonly everyMs: number
  /** What is said when the time is over; the last reason follows it. */
  readonly late: string
}

/**
 * Asks again and again what is still missing, until nothing is. A fault of asking is a reason like another: when the
 * time is over the last one is told, with its cause, because it is what somebody has to mend.
 */
export const waitUntil = async (
  whatIsMissing: () => Promise<string | undefined>,
  { withinMs, everyMs, late }: Patience,
): Promise<void> => {
  const endsAt = performance.now() + withinMs
  for (;;) {
    const { reason, cause } = await ask(whatIsMissing)
    if (reason === undefined) return
    if (performance.now() > endsAt) throw new Error(`${late}: ${reason}`, { cause })
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

const ask = async (whatIsMissing: () => Promise<string | undefined>): Promise<{ reason?: string; cause?: unknown }> => {
  try {
    const reason = await whatIsMissing()
    return reason === undefined ? {} : { reason }
  } catch (fault) {
    return { reason: wordsOf(fault), cause: fault }
  }
}

/** `fetch failed` alone says nothing: what failed is the cause of it. */
const wordsOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return String(fault)
  return fault.cause instanceof Error ? `${fault.message} (${fault.cause.message})` : fault.message
}
