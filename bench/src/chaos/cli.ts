import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chaosInventory } from './inventory'
import { VICTIMS, type Victim } from './victims'

const USAGE = `pnpm chaos inventory [--rounds N] [--seed S] [--victims ${VICTIMS.join(',')}] [--report FILE]`
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    victims: { type: 'string', default: VICTIMS.join(',') },
    report: { type: 'string' },
  },
  allowPositionals: true,
})
const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
const isCount = (value: number, max: number): boolean => Number.isInteger(value) && value >= 1 && value <= max
const isVictim = (name: string): name is Victim => VICTIMS.some((victim) => victim === name)
const named = values.victims.split(',')
const victims = named.filter(isVictim)
const isKnown = positionals[0] === 'inventory' && positionals.length === 1 && victims.length === named.length
if (!isKnown || !isCount(rounds, 10_000) || !isCount(seed, 2 ** 31)) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(1)
}
process.stdout.write(`seed ${seed}: the same number repeats the choices of this run\n`)
let held = 0
let broken: string | undefined
try {
  await chaosInventory({ rounds, seed, victims, onRound: (round) => (held = round) })
} catch (fault) {
  const words = fault instanceof Error ? fault.message : String(fault)
  broken = `seed ${seed}, round ${held + 1} of ${rounds}: ${words}`
  console.error(fault)
  process.stderr.write(`${broken}\n`)
}
// What the rounds proved, for who counts checks: rounds that held, and the truth that did not.
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ held, ...(broken ? { broken } : {}) }))
process.exit(broken === undefined ? 0 : 1)
