import type { EvalArguments } from './eval-arguments'
import { evaluateFitFolder } from './evaluate-fit-folder'
import { evaluateRatings } from './evaluate-ratings'
import { evaluateSessionFolder } from './evaluate-session-folder'
import { evaluateSimulator } from './evaluate-simulator'
import { evaluateUserItems } from './evaluate-user-items'

/** What a run prints, as the one object of its last line. */
export type EvalReport = Readonly<Record<string, unknown>>

/** Tells how far it is. */
export type Say = (line: string) => void

/** Evaluates what lies in a folder. */
export function evaluateFolder(args: EvalArguments, say: Say): EvalReport {
  switch (args.format) {
    case 'user-items':
      return evaluateUserItems(args, say)
    case 'ratings':
      return evaluateRatings(args, say)
    case 'sessions':
      return evaluateSessionFolder(args, say)
    case 'fit':
      return evaluateFitFolder(args, say)
    case 'simulated':
      return evaluateSimulator(args, say)
  }
}
