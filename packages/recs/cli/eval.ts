import { EVAL_USAGE, parseEvalArguments } from './eval-arguments'
import { evaluateFolder } from './evaluate-folder'

/** `pnpm recs eval`: progress on stderr, one JSON object as the last line of stdout. */
function run(args: readonly string[]): void {
  const say = (line: string): void => void process.stderr.write(`  ${line}\n`)
  const report = evaluateFolder(parseEvalArguments(args), say)
  process.stdout.write(
    `${JSON.stringify({ ...report, peak_mb: Math.round(process.resourceUsage().maxRSS / 1_024) })}\n`,
  )
}

try {
  run(process.argv.slice(2))
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n${EVAL_USAGE}\n`)
  process.exitCode = 1
}
