import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkNode } from './check-node.mjs'
import { install } from './install.mjs'

/**
 * From a bare clone to TypeScript: checks Node, installs, then runs `scripts/orchestrate/<name>.ts` in this same
 * process, so that there is one process to signal.
 */
export const run = async (name) => {
  checkNode()
  const root = fileURLToPath(new URL('../..', import.meta.url))
  process.chdir(root)
  // What the command line gives wins over the file.
  if (existsSync('.env')) process.loadEnvFile('.env')
  install(root)
  const { register } = await import('tsx/esm/api')
  register()
  await import(new URL(`../orchestrate/${name}.ts`, import.meta.url).href)
}
