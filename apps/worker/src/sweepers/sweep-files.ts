import type { FileWork } from '@selvedge/db'

const AT_ONCE = 10
const BUDGET_MS = 10_000

/** Goes on with files whose process died or whose scheduler is gone, one after the other. */
export const sweepFiles = async (files: FileWork, onFault: (fault: unknown) => void): Promise<void> => {
  for (const id of await files.atWork(AT_ONCE)) await files.advance(id, BUDGET_MS).catch(onFault)
}
