import { BENCHES, isBench } from './benches'
import { readOptions } from './harness/options'

const [name, ...rest] = process.argv.slice(2)
if (name === undefined || !isBench(name)) {
  const list = Object.entries(BENCHES).map(([bench, { about }]) => `  ${bench.padEnd(10)} ${about}`)
  process.stderr.write(`pnpm bench NAME [--quick] [--seconds S]\n${list.join('\n')}\n`)
  process.exit(name === undefined ? 0 : 1)
}
const { run } = await BENCHES[name].load()
await run(readOptions(rest))
process.exit(0)
