import { BENCHES } from './benches'
import { readOptions } from './harness/options'

const [name, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--')
const bench = name === undefined ? undefined : BENCHES[name]
if (bench === undefined) {
  const list = Object.entries(BENCHES).map(([known, { about }]) => `  ${known.padEnd(10)} ${about}`)
  process.stderr.write(`pnpm bench NAME [--quick] [--seconds S]\n${list.join('\n')}\n`)
  process.exit(name === undefined ? 0 : 1)
}
const run = await bench.load()
await run(readOptions(rest))
process.exit(0)
