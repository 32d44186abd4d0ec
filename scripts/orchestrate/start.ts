import { runCommand } from './command'
import { parseStartOptions } from './start-options'
import { startShop } from './start-shop'

await runCommand(async (command) => startShop(command, parseStartOptions(process.argv.slice(2)), 'production'), 0)
