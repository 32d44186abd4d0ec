import { runChecks } from './checks'
import { runCommand } from './command'
import { Complaint } from './complaint'
import { progress } from './progress'
import { suites } from './test-suites'

await runCommand(async (command) => {
  // First to be laid down, so last to be said.
  let verdict = '0 passed, 1 failed'
  command.atEnd(() => console.log(verdict))
  const { generate, lint, types, unit, int, build, e2e, start, chaos } = suites(command)
  const parts = {
    // A shop that starts does one thing after the other, and one that is brought back is waited for: neither of the two
    // last needs both cores.
    all: [generate, lint, types, unit, int, build, e2e, [start, chaos]],
    unit: [generate, unit],
    int: [generate, int],
    e2e: [generate, build, e2e],
    start: [generate, build, start],
    chaos: [generate, build, chaos],
  }
  const [name = 'all', ...rest] = process.argv.slice(2)
  const checks = Object.entries(parts).find(([part]) => part === name)?.[1]
  if (checks === undefined || rest.length > 0) throw new Complaint('Usage: npm test [-- unit|int|e2e|start|chaos]')

  const { passed, failed } = await runChecks(checks, command.signal, progress)
  verdict = `${passed} passed, ${failed} failed`
  return failed === 0 && passed > 0 ? 0 : 1
}, 1)
