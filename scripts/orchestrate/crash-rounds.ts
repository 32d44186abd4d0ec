import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './checks'
import { ROOT } from './root'
import { exitCode, typescript } from './task'

const CHAOS = join(ROOT, 'bench', 'src', 'chaos', 'cli.ts')
/** What holds the truth and what finishes what others began; `pnpm chaos inventory` kills the rest as well, for longer. */
const VICTIMS = ['postgres', 'worker']

type Report = { readonly held: number; readonly broken?: string }

/**
 * A shop of its own, from the build that exists, killed under load at moments that a seed chooses: each round that holds
 * counts as passed, a truth that does not is named with its seed.
 */
export const crashRounds = (run: {
  readonly env: Record<string, string>
  readonly signal: AbortSignal
  readonly reportFile: () => string
}): Check => ({
  name: 'chaos',
  run: async () => {
    const report = run.reportFile()
    const args = ['inventory', '--rounds', String(VICTIMS.length), '--victims', VICTIMS.join(','), '--report', report]
    const code = await exitCode({ ...typescript(CHAOS, args), env: run.env, signal: run.signal })
    const { held, broken } = readReport(report)
    if (code === 0 && broken === undefined && held > 0) return { passed: held, failed: 0 }
    return { passed: held, failed: 1, failures: [broken ?? `ended with exit code ${code}; the reason stands above`] }
  },
})

const readReport = (file: string): Report => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return { held: 0 } // it ended before it could write one
  }
}
