import { build } from './build'
import { runCommand } from './command'
import { inherited } from './env'
import { openOwnShop } from './own-shop'
import { parseShopOptions } from './shop-options'

// For benchmarks and tools: a shop of one's own until SIGTERM. Its last line of output before that is
// `shop {"address":…,"env":{…}}`, with every variable of its engines.
await runCommand(async (command) => {
  const options = parseShopOptions(process.argv.slice(2))
  await build(inherited(), command.signal)
  const shop = await openOwnShop(command, options)
  console.log(`shop ${JSON.stringify({ address: shop.address, env: shop.env })}`)
  const ending = AbortSignal.any([command.signal, shop.fallen])
  await new Promise<void>((resolve) => ending.addEventListener('abort', () => resolve(), { once: true }))
  if (shop.fallen.aborted) throw shop.fallen.reason
  return 0
}, 0)
