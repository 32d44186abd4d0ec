import { run } from './bootstrap/run.mjs'

await run('own-shop-command')
