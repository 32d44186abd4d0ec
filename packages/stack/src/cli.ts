import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureStack, stackDir } from './ensure-stack'
import { isAlive } from './process/identity'
import { StackError } from './stack-error'
import { readState } from './state'
import { forceStop } from './stop-stack'

const USAGE = 'Usage: pnpm stack up|down|status|logs [part]'

const dir = stackDir()

const up = async (): Promise<void> => {
  const stack = await ensureStack({ background: true, log: (line) => console.error(line) })
  await stack.stop() // this command leaves; the stack stays
  for (const [variable, value] of Object.entries(stack.urls)) console.log(`${variable}=${value}`)
}

const down = async (): Promise<void> => {
  await forceStop(dir)
  console.log('stopped')
}

const status = (): void => {
  const state = readState(dir)
  const processes = Object.entries(state.processes)
  if (processes.length === 0) console.log('not running')
  for (const [name, identity] of processes) {
    const port = state.ports[name as keyof typeof state.ports]
    console.log(`${name.padEnd(10)} ${isAlive(identity) ? 'up' : 'dead'}   pid ${identity.pid}   port ${port}`)
  }
  for (const [variable, value] of Object.entries(state.urls)) console.log(`${variable}=${value}`)
}

const logs = (part?: string): void => {
  const folder = join(dir, 'logs')
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    if (part !== undefined && file !== `${part}.log`) continue
    const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
    console.log(`── ${join(folder, file)}\n${lines.slice(-40).join('\n')}`)
  }
}

const run = async ([command, argument]: string[]): Promise<void> => {
  if (command === 'up') return up()
  if (command === 'down') return down()
  if (command === 'status') return status()
  if (command === 'logs') return logs(argument)
  throw new StackError(USAGE)
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StackError ? error.message : error)
  process.exitCode = 1
})
