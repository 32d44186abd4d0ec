import type { ActionJournal, Origin, UntoldOutcome } from '@selvedge/core'

type Journal = {
  readonly audit: ActionJournal
  readonly onUntoldOutcome: (action: UntoldOutcome, fault: unknown) => void
}
type Asked = { readonly origin: Origin; readonly path: string; readonly input: unknown }
/** How it ended, for the journal: `done`, the code of the refusal, or `FAULT`. */
type Ended<T> = { readonly result: T; readonly outcome: string; readonly before?: unknown }

/**
 * Every change that staff ask for stands in the journal before it is tried: a change whose record could not be written
 * does not happen, and one whose process died is seen to have no outcome. What was done is done, even when the journal
 * can no longer be told: the caller hears the truth, the row stays without an outcome, and the shop says so in its log.
 */
export const keepInJournal = async <T>(
  { audit, onUntoldOutcome }: Journal,
  { origin, path, input }: Asked,
  act: () => Promise<Ended<T>>,
): Promise<T> => {
  const id = await audit.asked(origin, path, input)
  let outcome = 'FAULT'
  let before: unknown
  try {
    const ended = await act()
    outcome = ended.outcome
    before = ended.before
    return ended.result
  } finally {
    await audit.ended(id, path, outcome, before).catch((fault: unknown) => {
      onUntoldOutcome({ id, procedure: path, outcome, correlationId: origin.correlationId }, fault)
    })
  }
}
