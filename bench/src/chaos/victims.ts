import type { ChildProcess } from 'node:child_process'
import { join as pathOf } from 'node:path'
import { cloneRoot, forceStop, isAlive, type RunningStack, startStack, wipeStack } from '@selvedge/stack'
import { fillShop } from '../harness/own-shop'
import { type ServerName, shopServersEnv, startServer, stopServer, untilReady } from '../harness/shop-servers'
import { waitUntil } from '../harness/wait-until'

export const VICTIMS = ['web', 'worker', 'redis', 'inngest', 'meili', 'postgres'] as const
export type Victim = (typeof VICTIMS)[number]

export type MortalShop = {
  readonly address: string
  readonly databaseUrl: string
  /** kill -9; PostgreSQL by its own immediate shutdown, which is a crash for the data and leaves no orphan behind. */
  kill(victim: Victim): Promise<void>
  /** Starts it again and waits until the whole shop is ready. */
  revive(victim: Victim): Promise<void>
  close(): Promise<void>
}

const isServer = (victim: Victim): victim is ServerName => victim === 'web' || victim === 'worker'

/** A whole shop of which any part can be killed and brought back. */
export const openMortalShop = async (products: number): Promise<MortalShop> => {
  const dir = pathOf(cloneRoot(), '.selvedge', 'chaos')
  await wipeStack(dir)
  let stack: RunningStack = await startStack({ dir, given: {} })
  const env = await shopServersEnv(stack.urls, { LOG_LEVEL: 'error' })
  const address = `http://127.0.0.1:${env.PORT}`
  const servers = new Map<ServerName, ChildProcess>()
  // Ended from outside, engines go with this process by themselves; its servers would stay.
  process.once('exit', () => {
    for (const server of servers.values()) server.kill('SIGKILL')
  })
  /** Joining the stack starts what is missing of it, on the ports it had. */
  const join = async (): Promise<void> => {
    stack = await startStack({ dir, given: {} })
  }
  // An engine may give up over the loss of another when that is back already, the scheduler over its Redis for one:
  // whoever supervises them starts it again.
  const ready = (): Promise<void> => untilReady(address, [...servers.values()], join)
  const close = async (): Promise<void> => {
    for (const server of servers.values()) await stopServer(server)
    await forceStop(dir)
  }
  try {
    await fillShop(products, env, stack.urls.DATABASE_URL)
    for (const name of ['worker', 'web'] as const) servers.set(name, startServer(name, env, dir))
    await ready()
  } catch (fault) {
    await close()
    throw fault
  }

  return {
    address,
    databaseUrl: stack.urls.DATABASE_URL,
    kill: async (victim) => {
      if (isServer(victim)) {
        const server = servers.get(victim)
        if (server) await stopServer(server, 'SIGKILL')
        return
      }
      const engine = stack.processes[victim]
      if (!engine) throw new Error(`${victim} does not run`)
      // One that gave up over an earlier loss is as dead as it shall be.
      if (isAlive(engine)) process.kill(engine.pid, victim === 'postgres' ? 'SIGQUIT' : 'SIGKILL')
      while (isAlive(engine)) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    revive: async (victim) => {
      if (isServer(victim)) servers.set(victim, startServer(victim, env, dir))
      else await join()
      await ready()
      // Its last sign of life outlives it by seconds: only the worker itself can say that it is back.
      if (victim === 'worker') await untilAnswers(`http://127.0.0.1:${env.WORKER_PORT}/health/ready`)
    },
    close,
  }
}

const untilAnswers = (url: string): Promise<void> =>
  waitUntil(
    async () => {
      const answer = await fetch(url)
      return answer.ok ? undefined : `it answered ${answer.status} ${(await answer.text()).slice(0, 300)}`
    },
    { withinMs: 60_000, everyMs: 100, late: `${url} did not answer within a minute` },
  )
