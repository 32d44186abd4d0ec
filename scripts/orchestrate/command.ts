import { StackError } from '@selvedge/stack'
import { Complaint } from './complaint'
import { stopRequests } from './until-stopped'

/** What a command holds: a signal that ends it, and things to undo, newest first. */
export type Command = { readonly signal: AbortSignal; readonly atEnd: (undo: () => void | Promise<void>) => void }

/**
 * Runs a command to its end, undoes what it began whatever happened, and exits with its code, with `codeWhenStopped`
 * after Ctrl-C, or with 1 and one clear message.
 */
export const runCommand = async (
  work: (command: Command) => Promise<number>,
  codeWhenStopped: 0 | 1,
): Promise<never> => {
  const undos: (() => void | Promise<void>)[] = []
  const signal = stopRequests()
  let code = 1
  try {
    code = await work({ signal, atEnd: (undo) => undos.push(undo) })
  } catch (error) {
    if (signal.aborted) code = codeWhenStopped
    else explain(error)
  }
  for (const undo of undos.reverse()) {
    try {
      await undo()
    } catch (error) {
      explain(error)
      code = 1
    }
  }
  process.exit(code)
}

const explain = (error: unknown): void =>
  console.error(error instanceof Complaint || error instanceof StackError ? `\n${error.message}` : error)
