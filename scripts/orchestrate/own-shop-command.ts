import { build } from './build'
import { runCommand } from './command'
import { inherited } from './env'
import { openOwnShop } from './own-shop'
import { parseShopOptions } from './shop-options'

// For benchmarks and tools: a shop of one's own until SIGTERM. Its last line of output before that is
// `shop {"address":…,"env":{…},"dir":…}`, with every variable of its engines and their folder.
await runCommand(async (command) => {
  const options = parseShopOptions(process.argv.slice(2))
  await build(inherited(), command.signal)
  const shop = await openOwnShop(command, options)
  const { address, env, dir } = shop
  console.log(`shop ${JSON.stringify({ address, env, dir })}`)
  const ending = AbortSignal.any([command.signal, shop.fallen])
  await new Promise<void>((resolve) => ending.addEventListener('abort', () => resolve(), { once: true }))
  if (shop.fallen.aborted) throw shop.fallen.reason
  return 0
}, 0)
