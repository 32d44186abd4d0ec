import { parseArgs } from 'node:util'
import { chaosInventory } from './inventory'

const USAGE = 'pnpm chaos inventory [--rounds N] [--seed S]'
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
  allowPositionals: true,
})
const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
const isCount = (value: number, max: number): boolean => Number.isInteger(value) && value >= 1 && value <= max
if (positionals[0] !== 'inventory' || positionals.length > 1 || !isCount(rounds, 10_000) || !isCount(seed, 2 ** 31)) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(1)
}
process.stdout.write(`seed ${seed}: the same number repeats the choices of this run\n`)
await chaosInventory({ rounds, seed })
process.exit(0)
